"""Units of measure by name and by symbol.

Names follow pint's ("kilometer", "metric ton" excepted: "tonne"), so that a unit can be handed on; symbols and prefixes
are those of the SI brochure, customary ones those of NIST Special Publication 811. Each row: unit's name, its other
spellings, without a plural where an added "s" makes it.
"""

from __future__ import annotations

from typing import Literal

from .wordset import words

UnitKind = Literal["percent", "money", "count", "duration", "distance", "mass", "rate", "other"]

PREFIXES = {
    "quetta": "Q", "ronna": "R", "yotta": "Y", "zetta": "Z", "exa": "E", "peta": "P", "tera": "T", "giga": "G",
    "mega": "M", "kilo": "k", "hecto": "h", "deca": "da", "deci": "d", "centi": "c", "milli": "m",
    "micro": "µ", "nano": "n", "pico": "p", "femto": "f", "atto": "a", "zepto": "z", "yocto": "y",
}  # fmt: skip
"""Prefix of a unit's name → prefix of its symbol."""

_BINARY = {"kibi": "Ki", "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi", "exbi": "Ei"}

# name, spellings, kind, symbols, prefixes whose symbols are in use (names take all prefixes)
_PREFIXED: tuple[tuple[str, str, UnitKind, str, str], ...] = (
    ("meter", "meter metre", "distance", "m", "k h da d c m µ μ n p f a M G"),
    ("gram", "gram gramme", "mass", "g gm gr", "k m µ μ n p f c d h M G T"),
    ("tonne", "tonne", "mass", "t", "k M G"),
    ("ton", "ton", "mass", "", ""),
    ("liter", "liter litre", "other", "l L", "m c d h µ μ k M G n p"),
    ("watt", "watt", "other", "W", "k M G T P m µ μ n p"),
    ("watt hour", "watthour watt-hour", "other", "Wh", "k M G T P m"),
    ("watt peak", "", "other", "Wp", "k M G"),
    ("joule", "joule", "other", "J", "k M G T P E Z m µ μ n"),
    ("volt", "volt", "other", "V", "k M G m µ μ n"),
    ("ampere", "ampere amp", "other", "A", "k m µ μ n p"),
    ("ampere hour", "ampere-hour amp-hour amphour", "other", "Ah", "m k"),
    ("volt ampere", "volt-ampere volt-amp", "other", "VA", "k M G m"),
    ("hertz", "hertz", "other", "Hz hz", "k K M G T P m"),
    ("byte", "byte", "other", "B", "k K M G T P E Z Y"),
    ("bit", "bit", "other", "b bit", "k K M G T P E"),
    ("bit per second", "", "rate", "bps bit/s b/s", "k K M G T"),
    ("byte per second", "", "rate", "Bps B/s", "k K M G T"),
    ("pascal", "pascal", "other", "Pa", "h k M G m µ"),
    ("bar", "", "other", "", "m k"),
    ("newton", "newton", "other", "N", "k M m"),
    ("newton meter", "newton-meter newton-metre", "other", "Nm N·m", "k M m"),
    ("ohm", "ohm", "other", "Ω Ω", "k M G m µ"),
    ("calorie", "calorie calory", "other", "cal", "k"),
    ("electronvolt", "electronvolt electron-volt", "other", "eV", "k M G T P m"),
    ("becquerel", "becquerel", "other", "Bq", "k M G T P"),
    ("sievert", "sievert", "other", "Sv", "m µ μ n"),
    ("gray", "", "other", "Gy", "m µ μ c k"),
    ("mole", "", "other", "mol", "m µ μ n k p"),
    ("farad", "farad", "other", "F", "m µ μ n p"),
    ("henry", "", "other", "H", "m µ μ n"),
    ("tesla", "", "other", "T", "m µ μ n"),
    ("weber", "", "other", "Wb", "m µ"),
    ("lumen", "lumen", "other", "lm", "k M"),
    ("lux", "lux", "other", "lx", "k"),
    ("candela", "candela", "other", "cd", "m k"),
    ("coulomb", "coulomb", "other", "C", "m µ n p k"),
    ("siemens", "siemens", "other", "S", "m µ k"),
    ("kelvin", "kelvin", "other", "K", "m µ n"),
    ("second", "second", "duration", "s", "m µ μ n p f a"),
    ("year", "year", "duration", "yr", "M G k"),
    ("parsec", "parsec", "distance", "pc", "k M G"),
    ("decibel", "decibel", "other", "dB dBA", ""),
    ("pixel", "pixel", "count", "px", ""),
)

_NAMED: dict[UnitKind, str] = {
    "percent": """
        percent: %|％|٪|percents|per cent|per-cent|pct|pct.|pc|percentage|prct
        percentage point: percentage points|percentage-point|%-point|% point|% points|pp|ppt|ppts
        percentage point : percent points|percent point
        basis point: basis points|basis-point|bps|bp
        per mille: ‰|per mil|permille""",
    "duration": """
        second: sec|secs|sec.
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
        astronomical unit: astronomical units|AU|au
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
        tonne: metric ton|metric tons|metric tonne|metric tonnes|metric-ton|mton
        short ton: short tons|US ton|US tons
        long ton: long tons|imperial ton|imperial tons
        carat: carats|ct
        stone: stones
        hundredweight: hundredweights|cwt
        grain: grains
        dram: drams|drachma|drachm
        atomic mass unit: atomic mass units|dalton|daltons|kDa""",
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
        kilobarrel per day: kbd|kb/d
        million barrel per day: mbpd|mmbpd
        cubic foot per second: cfs
        cubic foot per minute: cfm
        mach: mach number""",
    "other": """
        acre: acres
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
        cubic centimeter: cc|ccs|cu cm
        milliliter: mls|ML
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
        horsepower: hp|HP|bhp|horsepower|PS|whp|shp|brake horsepower|horse power
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
        arcminute: arc minute|arc minutes|arcminutes
        arcsecond: arc second|arc seconds|arcseconds
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
RATE_WORDS = words("""
    second sec minute min hour hr h day night week fortnight month quarter season year yr annum decade century share
    barrel bbl ounce oz pound lb ton tonne kilo kilogram kg gram gallon gal litre liter bushel mile kilometre kilometer
    km metre meter foot acre hectare unit head person piece bottle ticket game megawatt-hour mwh kwh kilowatt-hour
    mmbtu pop shot copy room household vehicle employee worker capita time trip
""")
"""What may follow "a" or "an" in a rate ("a barrel", "an hour"); after "per" any noun may."""

ATTACHED = words("m s h g t l L A V J N C F K T H S B b bit gr Em Gm R")
"""Symbols that count only when tied to the digits, or where the context speaks for them."""


def _build() -> tuple[dict[str, tuple[str, UnitKind]], dict[str, tuple[str, UnitKind]]]:
    names: dict[str, tuple[str, UnitKind]] = {}
    symbols: dict[str, tuple[str, UnitKind]] = {}
    for name, spellings, kind, signs, signed in _PREFIXED:
        for spelling in spellings.split():
            for prefix in ("", *PREFIXES, *(_BINARY if name in ("byte", "bit") else ())):
                full = (prefix + name, kind)
                names[prefix + spelling] = names[prefix + spelling + "s"] = full
                if prefix == "deca":
                    names["deka" + spelling] = names["deka" + spelling + "s"] = full
        for sign in signs.split():
            symbols[sign] = (name, kind)
            for letter in signed.split():
                prefix = "micro" if letter == "μ" else "kilo" if letter == "K" else _by_symbol(letter)
                symbols[letter + sign] = (prefix + name, kind)
    for prefix, letters in _BINARY.items():
        symbols[letters + "B"] = (prefix + "byte", "other")
    for kind, rows in _NAMED.items():
        for row in rows.strip().splitlines():
            name, _, spellings = row.partition(":")
            entry = (name.strip(), kind)
            names[name.strip()] = entry
            for spelling in spellings.strip().split("|"):
                (names if spelling.islower() and len(spelling) > 2 else symbols)[spelling] = entry
                if len(spelling) > 4:
                    names[spelling.lower()] = entry
    return names, symbols


def _by_symbol(letter: str) -> str:
    return next(prefix for prefix, symbol in PREFIXES.items() if symbol == letter)


NAMES, SYMBOLS = _build()
"""Spelling in lower case → (unit, kind); symbol with its case → (unit, kind)."""
