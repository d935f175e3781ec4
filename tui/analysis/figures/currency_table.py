"""How currencies are written in the news, beside the names and codes of the Unicode CLDR."""

from __future__ import annotations

from ..wordset import word_set


def _table(text: str) -> dict[str, str]:
    """Rows of "meaning: spelling|spelling" as spelling → meaning."""
    rows = (row.strip().partition(": ") for row in text.strip().splitlines())
    return {spelling: meaning for meaning, _, spellings in rows for spelling in spellings.split("|")}


SHORT_NAMES = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "yen", "CNY": "yuan", "CNH": "yuan", "INR": "rupee",
    "ILS": "shekel", "BOB": "boliviano",
}  # fmt: skip
"""Currencies that are called by a short name of their own."""

SYMBOLS = _table("""
    USD: $|US$|US $|U.S.$|U.S. $|USD$|USD $|$US
    EUR: €
    GBP: £|GB£|UK£|PS
    JPY: ¥|JP¥|Y=|円
    CNY: ￥|CN¥|RMB|RMB¥|元
    INR: ₹|Rs|Rs.|Re.
    KRW: ₩
    RUB: ₽
    TRY: ₺|TL
    UAH: ₴
    ILS: ₪|NIS
    VND: ₫
    PHP: ₱
    THB: ฿
    NGN: ₦
    GHS: ₵|GH₵|GH¢
    CRC: ₡
    PYG: ₲
    KZT: ₸
    MNT: ₮
    LAK: ₭
    KHR: ៛
    AZN: ₼
    GEL: ₾
    AMD: ֏
    BDT: ৳|Tk
    LKR: රු|ரூ
    AFN: ؋
    IRR: ﷼
    BTC: ₿
    ETH: Ξ
    PLN: zł
    CZK: Kč|kč
    HUF: Ft
    BGN: лв
    HRK: kn
    SEK: kr
    DKK: kr.
    IDR: Rp|Rp.
    MYR: RM
    ZAR: R
    KES: KSh|Ksh|KSh.|KES|Sh
    TZS: TSh
    UGX: USh
    ZMW: K
    CHF: Fr.|SFr|SFr.|Sfr
    AUD: A$|AU$|AUD$|A $|$A
    CAD: C$|CA$|CAD$|C $|c $|c$|Can$|CDN$|Cdn$|$C
    NZD: NZ$|NZ $|$NZ
    HKD: HK$|HK $|hk $
    SGD: S$|S $|SG$
    TWD: NT$|NT $|nt $|TW$
    BRL: R$|R $
    MXN: Mex$|MX$|MXN$
    ZWL: Z$
    JMD: J$|JM$
    TTD: TT$
    XCD: EC$
    BBD: Bds$
    BZD: BZ$
    BND: B$
    FJD: FJ$|F$
    GYD: G$|GY$
    NAD: N$
    LRD: L$
    SBD: SI$
    ARS: AR$
    CLP: CLP$
    COP: COL$
    WST: WS$
    TOP: T$
    MOP: MOP$
    KYD: CI$
    PAB: B/.
    PEN: S/|S/.
    VES: Bs|Bs.
    EGP: E£|LE|L.E.
    IEP: IR£
    DEM: DM
    FRF: FF
    XOF: CFA|FCFA
    AED: Dh|Dhs|Dhs.
    SAR: SR
    QAR: QR
    KWD: KD
    BHD: BD
    JOD: JD
    OMR: RO
""")
"""Symbol or abbreviation → code. Those of one or two letters stand before a number only."""

NOUNS = _table("""
    USD: dollar|dollars|buck|bucks|greenbacks
    EUR: euro|euros
    GBP: sterling|pounds sterling|pound sterling|quid
    JPY: yen
    CNY: yuan|yuans|renminbi
    INR: rupee|rupees
    ILS: shekel|shekels
    BTC: bitcoin|bitcoins
    ETH: ether
    PLN: zlotys|złoty|złotys
    RUB: roubles|rouble|rubles|ruble
    ZAR: rands|rand
    BRL: reais|real|reals
    SEK: kronor|krona
    DKK: kroner
    UAH: hryvnias|hryvnya
    BGN: leva
    RON: lei
    HUF: forints
    MYR: ringgits
    ITL: lire
    TRY: liras|lira
    THB: bahts
    DEM: deutschemarks|deutschmarks|deutsche marks|d-marks|deutsche mark|marks
    franc: francs|franc
    peso: pesos|peso
    dinar: dinars|dinar
    dirham: dirhams|dirham
    riyal: riyals|riyal
    rial: rials|rial
    crown: crowns
    krone: krone
    shilling: shillings|shilling
    NLG: guilders|guilder
    ESP: pesetas|peseta
    PTE: escudos
    GRD: drachmas|drachmae
    XEU: ecus
    VES: bolivars|bolivares
    CRC: colones
    NIO: cordobas
    GTQ: quetzales
    MZN: meticais
    MNT: togrogs|tugriks
    cent: cent|cents
    penny: penny|pence|pennies
    sen: sen
    dime: dime|dimes
    nickel: nickels
    centavo: centavo|centavos
    centime: centimes
    kopeck: kopecks|kopeks|kopeck|kopek
    paisa: paise|paisa
    pfennig: pfennigs|pfennig
    fils: fils
    piastre: piastres
    satang: satang
    fen: fen
    jiao: jiao
    agora: agorot|agora
    grosz: groszy
    stotinka: stotinki
    øre: öre|øre
    rappen: rappen
    KRW: won
    som: som
    PEN: sol|soles
    kobo: kobo
    pesewa: pesewas
    USDT: tether
    DOGE: dogecoin|dogecoins
    satoshi: satoshi|satoshis
    LTC: litecoin|litecoins
""")
"""Noun in lower case → code, or the unit's name where no single currency is meant, or a subunit."""

COINS = {
    "BTC": "bitcoin", "XBT": "bitcoin", "ETH": "ether", "USDT": "tether", "USDC": "usd coin", "XRP": "xrp",
    "DOGE": "dogecoin", "LTC": "litecoin", "BNB": "bnb",
}  # fmt: skip
"""Codes that ISO 4217 does not have."""

CROWNS = _table("""
    DKK: danish
    SEK: swedish
    NOK: norwegian
    CZK: czech
    ISK: icelandic
    EEK: estonian
    SKK: slovak
""")
"""Whose crowns are which currency's."""

SUBUNITS = word_set("""
    aurar avo butut chetrum céntimo centesimo deni diram eyrir fening fillér haléř halala kapyeyka khoums kobo kopiyka
    kuruş kurus lipa lisente millime pesewa piastre poisha pul pya qindarkë qindarke santeem satang sene seniti
    sente stotinka tambala tetri thebe tiyin toea
""")
"""Hundredth and thousandth parts of currencies, beside those among the nouns."""

ADJECTIVES = _table("""
    USD: american|u.s.|u.s|us|united states
    GBP: uk|british
    TWD: taiwan|taiwanese
    KRW: korean|korea
""")
"""What else is said for a country ("American dollars") than in the CLDR's names."""

COMMON_WORDS = word_set("""
    all amd ang ars ban bob cad cop cup ern gel gold lak lats ley mad mark mop new pen pul real ron set sol sos sum top
    try unit won xxx
""")
"""Codes and nouns that are also words; they count only in capitals, or not at all."""

SHY_NOUNS = word_set("""
    austral avo avos ban colon colons crowns deni denis ether fen fils inti intis leone leones marks millime nickels real
    reals sol soles som soms tetri tetris thebe won
""")
"""Nouns that are money only behind a large number."""
