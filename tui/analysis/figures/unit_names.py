"""Names and abbreviations of units that take no prefixes of the SI, by kind.

Customary units are those of NIST Special Publication 811 with the abbreviations that news and trade papers use. Each row
is a unit's name and its other spellings; a name may have several rows.
"""

from __future__ import annotations

from ..model import FigureKind

UNITS: dict[FigureKind, str] = {
    "percent": """
        percent: %|％|٪|percents|per cent|per-cent|pct|pct.|pc|percentage|prct
        percentage point: percentage points|percentage-point|%-point|% point|% points|pp|ppt|ppts
        percentage point : percent points|percent point
        basis point: basis points|basis-point|bps|bp
        per mille: ‰|per mil|permille""",
    "duration": """
        second: sec|secs|sec.
        millisecond: msec|msecs
        microsecond: µsec|usec
        nanosecond: nsec
        minute: min|mins|min.|minutes
        hour: hr|hrs|hr.|hours
        day: days
        week: wk|wks|weeks
        fortnight: fortnights
        month: mo|mos|months
        year: yr|yrs|yr.|years|year old|years old|years of age|year of age|yearold|yo|y.o.|y/o|yrs old
        month : month old|months old|months of age|month of age
        week : week old|weeks old|weeks of age
        day : day old|days old|days of age
        hour : hour old|hours old
        decade: decades
        century: centuries
        millennium: millennia|millenniums
        megayear: Ma|Myr
        gigayear: Ga|Gyr
        working day: working days|business day|business days
        man hour: man-hour|man-hours|man hours|person-hours|person hours""",
    "distance": """
        mile: mi|miles|mi.
        nautical mile: nautical miles|nmi
        yard: yd|yds|yards
        foot: feet|ft|ft.|′|foot long|feet long
        inch: inches|in.|″|inch long
        fathom: fathoms
        furlong: furlongs
        league: leagues
        light year: light years|light-year|light-years|lightyear|lightyears|ly
        light second: light-second|light seconds|light-seconds
        light minute: light-minute|light minutes|light-minutes
        astronomical unit: astronomical units
        angstrom: angstroms|Å|ångström
        micrometer: micron|microns
        hand: hands high
        kilometer: kms|km.|klick|klicks|Km|KM|kilo meter|kilo meters|kilo metre|kilo metres
        meter: mtr|mtrs|mts
        centimeter: cms|cm.|CM
        millimeter: mms|mm.|MM""",
    "mass": """
        pound: lb|lbs|lb.|lbs.
        ounce: oz|oz.|ounces
        troy ounce: troy ounces|troy oz|ozt
        kilogram: kilo|kilos|kgs|kg.|Kg|KG|kilo gram|kilo grams
        tonne: metric ton|metric tons|metric tonne|metric tonnes|metric-ton|mton|MT|mt
        short ton: short tons|US ton|US tons
        long ton: long tons|imperial ton|imperial tons
        carat: carats|ct
        stone: stones
        hundredweight: hundredweights|cwt
        grain: grains
        dram: drams|drachma|drachm
        atomic mass unit: atomic mass units|dalton|daltons|Da|amu
        kilodalton: kDa
        microgram: mcg
        pound : lbm
        kiloton: kton
        megaton: Mton
        quintal: quintals""",
    "rate": """
        mile per hour: mph|m.p.h.|mi/h|MPH|mi/hr
        kilometer per hour: kph|kmh|km/h|kmph|km/hr|k/h|KPH|kmhr|km/hour|km/h.|kms/h
        meter per second: m/s|mps|m/sec
        foot per second: ft/s|ft/sec
        knot: knots|kn|kt|kts
        mile per gallon: mpg|MPG
        revolution per minute: rpm|RPM|revs per minute|revolutions per minute|rev/min
        frame per second: fps|FPS
        beat per minute: bpm|BPM
        part per million: ppm|parts per million
        part per billion: ppb|parts per billion
        part per trillion: ppt.|parts per trillion
        pound per square inch: psi|PSI|pounds per square inch
        kilopound per square inch: ksi
        dot per inch: dpi|dots per inch
        pixel per inch: ppi|pixels per inch
        barrel per day: bpd|b/d|bbl/d|bopd
        cubic foot per second: cfs
        inch per second: ips
        cycle per second: cps
        ton per day: tpd
        standard cubic foot per minute: scfm|SCFM
        cubic foot per minute: cfm
        mach: mach number""",
    "other": """
        acre: acres|ac
        hectare: hectares|ha
        square meter: sqm|sq m|sq. m|sq m.|m2|m²|m^2|sq mtr
        square foot: sqft|sq ft|sq. ft|sq. ft.|sq ft.|sf|sq feet|sq. feet|ft2|ft²|ft^2|feet2
        square kilometer: sqkm|sq km|sq. km
        square mile: sq mi|sq. mi|sq. mi.|sq miles|sq. miles|sqmiles
        square inch: sq in|sq. in|in2|in²|in^2
        square yard: sq yd|sq yds|sq yard|sq yards
        cubic foot: cu ft|cu. ft|cu. ft.|cuft|cf
        cubic inch: cu in|cu. in
        cubic yard: cu yd|cu yds
        cubic meter: cu m|cu. m|m3|m³|m^3|cbm
        cubic centimeter: cc|ccs|ccm|cu cm
        milliliter: mls
        liter: ltr|ltrs|lt|Liter
        gallon: gallons|gal|gal.|gals
        imperial gallon: imperial gallons
        quart: quarts|qt|qts
        pint: pints|pt
        fluid ounce: fluid ounces|fl oz|fl. oz.|fl. oz|floz
        fluid dram: fluid drams
        gill: gills
        cup: cups
        tablespoon: tablespoons|tbsp|tbsps|tbsp.|tbs
        teaspoon: teaspoons|tsp|tsps|tsp.
        pinch: pinches
        peck: pecks
        bushel: bushels|bu
        barrel: barrels|bbl|bbls|bbl.
        acre foot: acre-foot|acre-feet|acre feet
        board foot: board feet|board-feet
        twenty foot equivalent unit: TEU|TEUs|teu|teus
        horsepower: hp|HP|bhp|horsepower|whp|shp|brake horsepower|horse power
        kilowatt hour: kwh|KWH|KWh|Kwh|kilowatt-hour|kilowatt hours|kilowatt-hours|kW-hr|kw-hr
        megawatt hour: mwh|megawatt-hour|megawatt hours|megawatt-hours
        gigawatt hour: gwh|gigawatt-hour|gigawatt hours|gigawatt-hours
        terawatt hour: twh|terawatt-hour|terawatt hours|terawatt-hours
        kilowatt: kw|KW|Kw
        megawatt: mw
        gigawatt: gw
        kilogram calorie: food calories
        kilocalorie: Kcal|kcals|Cal
        british thermal unit: BTU|Btu|btu|BTUs|British thermal units
        million british thermal unit: mmBTU|MMBtu|mmbtu|MMBTU|mmBtu|million British thermal units
        therm: therms
        quad: quads
        celsius: °C|°c|℃|° C|º C|ºC|celsius|celcius|centigrade|degrees centigrade|degree centigrade|oC
        celsius : degrees celsius|degree celsius|deg celsius|degs celsius|deg. celsius
        celsius : deg celcius|degrees celcius|degree celcius
        celsius : degrees C|degree C|deg C|deg. C|degrees c|degree c|deg c
        fahrenheit: °F|°f|℉|° F|º F|ºF|fahrenheit|farenheit|fahrenheits|oF
        fahrenheit : degrees fahrenheit|degree fahrenheit|deg fahrenheit|degs fahrenheit
        fahrenheit : deg farenheit|degrees farenheit|degree farenheit
        fahrenheit : degrees F|degree F|deg F|deg. F|degrees f|degree f|deg f
        kelvin: °K|degrees kelvin|degree kelvin|degrees K
        rankine: degrees rankine|°R
        degree: degrees|°|º|deg|deg.
        arcminute: arc minute|arc minutes|arcminutes|arcmin|minutes of arc
        arcsecond: arc second|arc seconds|arcseconds|arcsec|seconds of arc
        steradian: steradians|sr
        katal: katals|kat
        jansky: janskys|Jy
        millijansky: mJy
        centipoise: cP
        centistokes: cSt
        gauss: Gs
        oersted: Oe
        erg: ergs
        dyne: dynes|dyn
        kilogram force: kgf
        pound force: lbf|pounds-force|pound-force
        ounce force: ozf
        baud: Bd|bauds
        base pair: base pairs|bp.
        kilo base pair: kbp
        mega base pair: Mbp
        giga base pair: Gbp
        centimeter of water: cmH2O
        inch of water: inH2O
        standard cubic centimeter per minute: sccm|SCCM
        radian: radians|rad
        point: points|pts|pt.|pts.
        kilobyte: kb|Kb|kbyte|kbytes
        megabyte: mb|mB|Mb|meg|megs|mbyte|mbytes
        gigabyte: gb|gB|gig|gigs|gbyte|gbytes
        terabyte: tb|tB|tbyte|tbytes
        petabyte: pb|pB|pbyte|pbytes
        terabit: tbit|tbits
        petabit: pbit|pbits
        megabit: mbit|mbits
        gigabit: gbit|gbits
        megapixel: megapixels|MP|Mpx|mega-pixel|mp
        gigahertz: ghz|GHZ
        megahertz: mhz|MHZ
        kilohertz: khz|KHZ
        milliampere hour: mah|MAH|milliamp hours|milliamp-hours
        ampere: amps
        bar: bars of pressure
        atmosphere: atm|atms
        millimeter of mercury: mmHg|mm Hg
        inch of mercury: inHg|inches of mercury
        torr: torrs
        foot pound: foot-pound|foot-pounds|ft-lb|ft-lbs|ft lb|ft lbs|foot pounds
        pound foot: pound-foot|pound-feet|lb-ft|lb ft|lbft|lb.-ft.|lb-ft.|pound feet
        nit: nits
        decibel: db
        karat: karats
        curie: curies|Ci
        roentgen: roentgens
        rem: rems
        kiloton: kilotons
        megaton: megatons
        stop: stops""",
}
"""Kind → rows of "name: spelling|spelling"."""

SCALED: dict[str, tuple[float, str, FigureKind]] = {
    "bcm": (1e9, "cubic meter", "other"),
    "bcf": (1e9, "cubic foot", "other"),
    "tcf": (1e12, "cubic foot", "other"),
    "mmcf": (1e6, "cubic foot", "other"),
    "MMcf": (1e6, "cubic foot", "other"),
    "Bcf": (1e9, "cubic foot", "other"),
    "Tcf": (1e12, "cubic foot", "other"),
    "MMT": (1e6, "tonne", "mass"),
    "mmt": (1e6, "tonne", "mass"),
    "mtpa": (1e6, "tonne per year", "rate"),
    "Mtpa": (1e6, "tonne per year", "rate"),
    "tpa": (1.0, "tonne per year", "rate"),
    "mbpd": (1e6, "barrel per day", "rate"),
    "mb/d": (1e6, "barrel per day", "rate"),
    "mmbpd": (1e6, "barrel per day", "rate"),
    "kb/d": (1e3, "barrel per day", "rate"),
    "kbpd": (1e3, "barrel per day", "rate"),
    "MMbbl": (1e6, "barrel", "other"),
    "AU": (1.0, "astronomical unit", "distance"),
}
"""Trade abbreviations that hold a magnitude: factor, unit, kind. They count only at the end of a phrase."""
