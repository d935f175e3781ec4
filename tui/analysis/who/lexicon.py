"""Closed word lists by which people, posts and deeds are told, of the usual words of news English."""

from __future__ import annotations

from ..wordset import word_set

POLITICAL = word_set(
    """
    administration agreement ambition answer approach approval attempt authority ban behavior behaviour
    bid call campaign commitment concern concession control cooperation countermove counterpart crackdown
    criticism curb decision delegation demand denial diplomacy diplomat dominance effort embargo embassy
    envoy export goal government hand handling hope insistence intention interest invitation law leader
    leadership leverage licence license measure military minister ministry monopoly move navy negotiator
    objection offer official order parliament plan pledge policy position pressure promise proposal push
    reaction refusal rejection request resolve response restriction rollout room sanction side stance
    statement strategy support tariff team threat tolerance troop view vow warning will willingness wish
    withdrawal
    """
)
"""Nouns that, owned by a country, are what its government does, decides or is made of."""

PARTNER = word_set(
    """
    agree agreement collaborate collaboration cooperate deal framework memorandum negotiate negotiation
    pact sign talk truce understanding work
    """
)
"""Words for dealings, whose parties act."""

CARES = word_set(
    """
    blow challenge concern defeat dilemma goal headache loss priority problem setback success victory win worry
    """
)
"""What something is to a government ("a concern for Washington")."""

STATES = word_set(
    """
    be become border have lie remain seem
    """
)
"""Verbs that tell of a state and not of a deed."""

WILLING = word_set(
    """
    committed eager keen likely open prepared ready reluctant set unlikely unwilling willing
    """
)
"""Adjectives of will, which make a deed of "be"."""

SPEAK = word_set(
    """
    accuse acknowledge add admit advise agree allege announce anticipate argue ask assert assess assure
    await believe blame caution claim comment complain concede conclude confirm contend criticise
    criticize declare demand deny describe disclose dismiss emphasize estimate expect explain express
    fear forecast hint hope insist maintain mention note notice object observe point praise predict
    promise propose quip reckon recommend reject remark reply report request respond reveal say see seek
    speculate state stress suggest suspect tell testify think told urge voice vow want warn watch
    welcome wonder worry write
    """
)
"""Verbs (lemmas) of saying, thinking and expecting."""

SAYINGS = word_set(
    """
    accusation appeal assurance claim comment complaint concern criticism demand objection praise promise question
    remark request response statement threat warning word
    """
)
"""Nouns for what is said, by somebody or from somebody."""

PEOPLE = word_set(
    """
    activist adviser advisor aide ally ambassador analyst attorney author automaker banker broker
    business businessman campaigner citizen commander commentator company critic dealer delegate
    delegation demonstrator developer diplomat doctor economist editor employee engineer envoy executive
    expert exporter family farmer firm fisherman government group guard historian importer industry
    insider inspector investigator investor journalist judge lawmaker lawyer leader maker manager
    manufacturer member minister mother negotiator neighbor neighbour nurse observer officer official
    opponent owner parent parliamentarian participant party passenger people person physician player
    police policymaker politician producer professor prosecutor protester rebel representative
    researcher resident retailer scholar scientist senator soldier source spokesman spokesperson
    spokeswoman staff stakeholder strategist student supplier supporter teacher team trader troop union
    user victim villager volunteer voter witness worker
    """
)
"""Nouns (lemmas) for people, by what they do, and for groups of them."""

VAGUE = word_set(
    """
    child company family firm group individual man member one other people person side source team user woman
    """
)
"""Nouns of `PEOPLE` that say nothing without a word of description."""

INFORMED = word_set(
    """
    aware briefed close familiar involved present
    """
)
"""Adjectives after "people" that tell who they are ("people familiar with the matter")."""

QUANTIFIERS = word_set(
    """
    a about all almost an another any both dozen dozens each either every few half hundred hundreds least many more
    most much nearly neither no numerous only other others over scores several some such than the these this those
    thousand thousands various
    """
)
"""Words of number and choice before a noun that do not tell who is meant."""

GROUPS = word_set(
    """
    business company delegation family firm government group industry party police staff team union
    """
)
"""Nouns of `PEOPLE` that may also mean a thing: people only where they say something."""

BEFORE = word_set(
    """
    amod compound det nmod nummod poss predet quantmod
    """
)
"""Dependencies of what stands before a noun and belongs to it."""

DESCRIBING = ("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "eer")
"""Endings of nouns for people."""

THINGS = word_set(
    """
    amendment answer apartment argument behavior behaviour center chapter charter computer corner counter development
    document element error event factor figure fiber filter incident indicator investment letter matter
    moment monitor movement newspaper number offer order paper parliament payment poster power quarter
    sector server settlement statement summer talent tower water weather
    winter agreement announcement department government management treatment
    """
)
"""Words with such an ending that are no people."""

BODIES = word_set(
    """
    agency airline association automaker bank body broadcaster broker carmaker carrier chain channel
    charity chipmaker club company conglomerate consultancy developer exchange firm giant group
    institute lender magazine maker manufacturer miner ministry movement network newspaper operator
    organisation organization outlet paper party platform producer provider publisher regulator retailer
    seller service start-up startup station supplier tabloid tank think-tank union university website
    wire
    """
)
"""Nouns for what an organisation is."""

INSTITUTIONS = word_set(
    """
    administration army authority bureau cabinet campaign commission committee congress council court delegation
    department embassy jury ministry office opposition palace parliament senate tribunal union watchdog
    """
)
"""Nouns for bodies of state and society that speak."""

KEPT = word_set(
    """
    acting assistant associate chief deputy ex executive foreign former incoming interim late
    outgoing prime senior then top vice
    """
)
"""Adjectives that are part of a post."""

HEADS = word_set(
    """
    chair co-chair command coordinate direct found head lead oversee own represent run
    """
)
"""Verbs (lemmas) for being the head of something."""

ENDS = word_set(
    """
    as at by from in on since that to told when where which who with
    """
)
"""Words that end a post."""

POSTS = word_set(
    """
    activist administrator adviser advisor architect author boss candidate chairperson co-chair
    co-founder cofounder columnist consultant controller convener coordinator correspondent counsellor
    counselor counterpart creator dean diplomat editor executive expert fellow head heir laureate
    lecturer manager mayor member minister mp nominee opponent owner partner pioneer premier president
    principal professor publisher reporter researcher rival scholar senator specialist strategist
    student successor treasurer trustee veteran vice-premier vice-president winner
    """
)
"""Nouns for posts and descriptions of people beside the ranks and offices of `titles`."""

FAMILY_FIRST = word_set(
    """
    ahn bae baek bai bui cai cao chan chang chen cheng cheung chien chiu cho choi chow chung cui dang
    deng ding do dong du duan fan fang feng fu gao gong gu guo han hao he ho hoang hong hou hsieh hsu hu
    huang hui hwang jang jeong jia jiang jin jung kang kim kong kuo kwok kwon kwong lai lam lau le lee
    lei leung li liang liao lim lin liu lo long lu luo ma mak mao meng moon ng ngan nguyen niu oh paik
    pan park peng pham phan poon qian qin qiu ren seo shao shen shi shin siu son song su sun tam tan
    tang tian tran tsai tsang tsao tse tseng vo vu wan wang wei wong wu xi xia xiao xie xiong xu xue yan
    yang yao ye yeung yin yip yoo yoon yu yuan yue yuen zeng zhang zhao zheng zhong zhou zhu zou
    """
)
"""The most frequent family names of names that put them first: China (after the Ministry of Public Security's list of
2020, in pinyin, and the spellings of Hong Kong and Taiwan), Korea (after the census of 2015) and Vietnam. Folded."""

ORGANISED = word_set(
    """
    academy agency airlines airways alliance army assembly association authority bank board bureau
    center centre chamber church club coalition college commission committee company congress corp
    corporation council court daily department embassy fc federation force forces foundation front fund
    government group herald holdings hospital inc industries institute league limited ltd ministry
    movement network news newspaper office organisation organization parliament party plc police post
    radio school senate service services society team times trust tv union united university
    """
)
"""Words in the names of organisations."""

PLACED = word_set(
    """
    airport avenue bay beach bridge capital central city coast county desert district east eastern
    forest gulf island islands kingdom lake lower mount mountain municipality north northern ocean park
    peninsula port prefecture province region republic river road sea south southern square stadium
    state station strait street town upper valley village west western
    """
)
"""Words in and before the names of places."""
