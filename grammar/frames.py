"""How people say a label around a condition: "I'd call it spam because ...", "..., so it's spam", "any ... is spam".

Phrases are written word by word: ``(a|b c)`` is a choice, ``?``, ``*``, ``+`` belong to the word or the choice before
them, ``{name}`` is another entry, ``~`` is any word, any other sign is itself. Words are compared folded, contractions
spelled out ("it's" is "it is"), and ``"`` is any quoted text. What they take is no part of the condition, so none of
these words may carry one.
"""

from __future__ import annotations

ROWS = (
    "comment", "message", "text", "post", "review", "tweet", "document", "question", "query", "queries",
    "ticket", "note", "title", "report", "article", "description", "answer", "email", "e - mail", "mail", "sms",
    "sentence", "row", "example", "case", "one", "pair", "transaction", "payment", "item", "record", "thing",
    "entry", "entries", "news", "candidate", "person", "people", "customer", "order", "account", "story",
    "stories", "headline", "abstract", "instance", "sample", "individual", "somebody", "someone", "anybody",
    "anyone", "everybody", "everyone", "anything", "everything", "something", "content", "complaint", "request",
    "conversation", "feedback", "purchase", "applicant", "patient", "scan", "snippet", "statement", "passage",
    "piece", "datum", "data point",
)  # fmt: skip
"""What people call a row, in the singular."""

SPELLINGS = {
    "becaus": "because",
    "cus": "because",
    "bcs": "because",
    "bcuz": "because",
    "bcoz": "because",
    "becos": "because",
    "becoz": "because",
    "plz": "please", "pls": "please", "becuz": "because", "cuz": "because", "coz": "because", "cos": "because",
    "bc": "because", "b/c": "because", "cause": "because", "def": "definitely", "defo": "definitely",
    "prob": "probably", "probs": "probably", "prolly": "probably", "obv": "obviously", "u": "you", "ya": "yes",
    "thx": "thanks",
    "dont": "do not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "cannot": "can not", "wont": "will not",
    "shouldnt": "should not", "its": "it is", "thats": "that is", "theyre": "they are", "im": "i am", "id": "i would",
    "lets": "let us", "gotta": "must", "gonna": "will", "iff": "if", "w/o": "without",
}  # fmt: skip
"""What words of a frame are written for, beside contractions with an apostrophe."""

SAID: dict[str, str] = {
    "row": "",
    "pad": (
        "hi|hello|hey|yo|dear (all|team|colleagues)|ok|okay|so|well|yes|yeah|right ,|now ,|honestly|frankly|"
        "basically|sorry|but|and|please|kindly|actually|clearly|obviously|definitely|certainly|surely|probably|"
        "evidently|apparently|right \\?|yes \\?|you can bet (that)?|gotcha|bingo|"
        "(my)? (gut|first) (feeling|instinct|impression|guess) (is|:|says)|"
        "fyi|tbh|imo|imho|lol|ngl|btw|afaik|fwiw|omg|wow|man|dude|guys|bro|yep|yup|alright|look|listen|anyway|"
        "maybe|perhaps|possibly|presumably|arguably|hmm|oh|also|hereby|in general|as a rule|to be honest|to be "
        "fair|to be clear|to me|for me|if you ask me|of course|no doubt|without (a|any)? doubt|in my (humble|"
        "honest)? (opinion|view|book|experience|eyes|judgement|judgment)|from my (point of view|experience)|as "
        "far as i (can (tell|see)|am concerned)|for the (purpose|purposes) of (this|the|our) (exercise|task|"
        "study|project|annotation|agreement|document)|(i|me|we) ({would}|really|still|just)* (say|think|believe|"
        "guess|feel|suppose|suspect|assume|bet|find|reckon) that?|i am ({sure})* (sure|certain|confident|"
        "convinced|positive|afraid) that?|(i|we) have (a|an) ({sure}|strong|good|definite|clear)* (feeling|hunch|"
        "impression|suspicion|sense) that?|i have no doubt that?|there is no doubt that?|there is no question "
        "that?|it (is|seems|looks|appears) ({sure})* (clear|obvious|evident|likely|probable|certain|plain|to me|"
        "like)* that|note that|my (guess|verdict|take|vote|feeling) is that?|it seems (to me)? that|,|!|…|:|-|–|"
        "—|\\*|[|•"
    ),
    "sure": (
        "pretty|quite|fairly|almost|very|absolutely|totally|rather|really|completely|100 %|most|highly|"
        "reasonably|~ %|so"
    ),
    "would": (
        "would|will|can|could|should|must|may|might|shall|ought to|have to|has to|has got to|have got to|need to|"
        "needs to|want to|do"
    ),
    "hedge": (
        "{sure}|clearly|obviously|definitely|certainly|surely|probably|likely|maybe|perhaps|possibly|only|simply|"
        "just|always|usually|mostly|often|typically|generally|normally|undoubtedly|automatically|then|also|thus|"
        "typical|classic|textbook|blatant|standard|probable|definite|sheer|"
        "therefore|hereby|considered|obvious|clear|a|an|the|label|class|category|tag|folder|bucket|pile|group|"
        "section|type|kind of|sort of|case of|example of|instance of|of|likely to be|:|in my (opinion|view|book)|"
        "to me|for me|i think|i guess|, (in my (view|opinion|book|experience)|i (think|guess|believe)|probably|"
        "clearly|obviously|of course|as a rule|usually|therefore|then|to me) ,"
    ),
    "pronoun": (
        "it|this|that|these|those|they|this one|that one|he|she|(the|these|those)? two (of them|people|persons|"
        "names|words|entities|arguments|terms)?|both (of them)?|the couple"
    ),
    "subject": (
        "{pronoun}|(the|this|that|these|those|such|any|every|each|all|our|my)* (a|an)? (given|above|present|"
        "current|respective|whole)? {row} (in question|here|above|below|at hand|concerned|like this|like that)?"
    ),
    "be": (
        "is|are|was|were|be|(is|are) (about|regarding|concerning)|gets|becomes|remains|looks like?|seems (to "
        "be)?|appears to be|(sounds|smells|feels|reads) like|(counts|count|qualifies|qualify) as|(goes|go) (to|"
        "into|under|in|as)|(belongs|belong) (to|in|under|with)|(falls|fall) (under|into|in)|equals|=|represents|"
        "constitutes|makes|{would} {hedge}* (be|get|become|count as|qualify as|go (to|into|under|in)|belong (to|"
        "in|under)|fall (under|into))|(is|are) to be|(deserves|deserve|gets|get|receives|receive|has|"
        "have|need|needs) the (label|tag|class|category)|(deserves|deserve|needs|need|earns|earn) (the|a|an)"
    ),
    "not": "not|never|no",
    "filed": (
        "(labeled|labelled|marked|flagged|classified|classed|deemed|filed|counted|tagged|called|treated|regarded|"
        "considered|rated|categorised|categorized|taken|seen|put|placed|assigned|held|judged|sorted|reported|"
        "read|understood|identified|recognised|recognized|viewed|given|named|thought|catalogued|cataloged|coded|"
        "booked|grouped|recorded|entered|registered|annotated|listed) (to be|to|as|under|in|into|"
        "for|with)?"
    ),
    "named": (
        "(the|its|my|our|correct|right|final|true|proper|best|suggested|gold)* (label|class|topic|theme|genre|"
        "answer|choice|pick|category|verdict|decision|tag|prediction|classification|judgement|judgment|"
        "conclusion|result|vote|assessment|outcome|output|annotation) (here|for (it|this|that|this one|(this|"
        "the) {row}))? (is|:|=|-|–|—|→|->|would be|should be|must be|will be)"
    ),
    "doubt": (
        "no way that?|there is no way that?|by no means|under no circumstances|in no way|(i|we) ({would}|"
        "really)* not (think|believe|say|suppose|expect) that?"
    ),
    "verdict": "({subject} ({hedge})* {be}|{be}|{named}|(it|this|that|they)) {judgement}",
    "verdict_on_it": "({subject} ({hedge})* {be}|{named}|(it|this|that|they)) {judgement}",
    "judgement": "(({hedge})* {not} ({article})* ({filed} ({article})*)?|({hedge})* ({filed} ({hedge})*)?)",
    "ask": (
        "(i|we|you|one|they|people|everybody|everyone|anyone|annotators) ({would}|always|usually|generally|"
        "typically|normally|just|like to|going to|tend to|am|inclined to|prefer to)*|(could|can|would|will) you "
        "(please|kindly)?|(i|we) ({would} (be (grateful|glad|happy|thankful|obliged)|like it|appreciate it|love "
        "it)|ask|request|suggest|propose|recommend) (if|that)? (you ({would})?)?|(i|we) {would} like (you|us)? "
        "to|i want you to|you are to|let (us|me)|make sure to|be sure to|remember to|always|do|go ahead and|feel "
        "free to|then|only|just|not|please|kindly"
    ),
    "call": (
        "label|mark|call|tag|flag|classify|treat|vote|consider|predict|assign|put|file|rate|count|regard|deem|"
        "class|judge|choose|pick|use|answer|give|select|see|take|read|sort|go (with|for)|categorise|categorize|"
        "report|declare|send|move|route|place|view|name|say|vote for|prefer|chose|labelled|labeled|"
        "marked|called|go|went for|identify|recognise|recognize|code|book|catalogue|annotate|record|register|"
        "enter|(lean|leaning) "
        "(towards|to)"
    ),
    "calling_it": (
        "((i|we|you|one|they) ({would}|{often}|just|like to|going to|tend to|am|inclined to)*|please|kindly) "
        "{call} ({called})? ({hedge})* ({as})* ({hedge})*"
    ),
    "calling": "({ask})* ({hedge})* {call} ({called})? ({hedge})* ({as})* ({hedge})*",
    "called": (
        "it|this|that|him|her|them|these|those|everything|anything|something|(a|an|any|all|every|each|the|this|these|"
        "those|such|our)* {row}"
    ),
    "as": "as|is|are|to|be|being|in|into|under|with|for|that|it|at|label|class|category|:",
    "reason": (
        "(the|my|our)? (main|only|simple|one|obvious|real)* (reason|reasons|cause|rationale|explanation) (why|"
        "that|for|is|:|~ing (it|this|that)?)*"
    ),
    "makes": ("what makes|what made|what makes me (think|say|believe) (that)?|why (is|are|do i say|i say|i think)?"),
    "denial": "(, )? (and|but)? (not|rather than|instead of|as opposed to|and not) (a|an)? <other>",
    "link": (
        "(for|on) (the following|these|several|two|three) (reasons|reason|grounds|ground) :?|"
        "because of?|b / c|since|as (soon|long) as|so long as|as|only? (if|when) (and only if)?|whenever|"
        "wherever|where|for|given that?|provided that?|providing that?|assuming that?|due to|owing to|thanks to|"
        "on account of|on the? (condition|grounds|basis) (that|of)|by (virtue|reason) of|based on|judging (by|"
        "from)|considering that?|seeing that|seeing as|in case|in the event that?|in that|the moment|once|(every|"
        "any|each) time|for the (simple|obvious)? reason that|inasmuch as|insofar as|while"
    ),
    "why": (
        "(the|my|its|our)? (reason|reasons|why|rationale|explanation|justification|evidence|criterion|criteria|"
        "rule|grounds|condition|cue|cues|clue|trigger|reasoning|motivation|basis|logic) (being|is|are|was|:|=|-|"
        "–|—)? (that|because|:)?"
    ),
    "sign": ":|-|–|—|=|<-|<=|←|->|=>|→|⇒|.|!|;|,|/|]|\\)|\\*|…|>|\\?|\\||\\(|[",
    "clause": (
        "it|this|there|they|its|has|have|contains|contain|mentions|mention|says|say|starts|ends|includes|uses|is|"
        "the (comment|text|message|review|word|words|phrase|title|body|sentence)|at least|more than"
    ),
    "aside": (
        "it is|they are|that is|right|correct|obviously|clearly|of course|no doubt|agreed|for me|to me|imo|imho|"
        "in my (opinion|view|book)|then|please|i think|i guess|for sure|too|as well|only ,"
    ),
    "kept": "unless|without|with|except",
    "turn": ",|then|so|;|:|-|–|—|->|=>|→|.|\\?",
    "quotes": (
        '(the|a|an|any|all|either|both|word|words|phrase|phrases|term|terms|saying|using|seeing|mentioning|of)* "'
    ),
    "each": (
        "(any|every|all|each|those|these|most|a|an|the|such|any and all)* (very|really)? (short|long|single|"
        "other)? {row} (that|which|who|whose|where|in which|when|with|without|in|on|for|from|of|containing|including|"
        "mentioning|saying|using|having|starting|ending|beginning|talking|longer|shorter|written|over|under|"
        "above|below|like|such|made|about|more|fewer|less|between|aged|older|younger|created|not|lacking|"
        'consisting|"|{does})|(any|every|each) ~ (that|which|who|whose|where|with|without|in which|for which|'
        "containing|mentioning)|(anything|everything|something|whatever|anyone|anybody|everyone|everybody|"
        "whoever|somebody|someone|whatever|whichever|he who|they who|those|what)|(just|simply|merely)? ~ing"
    ),
    "object": ("(any|every|all|each|those|these|a|an|the|whatever|whoever|what|when|whenever|if|where)|{row}"),
    "does": (
        "contain|contains|mention|mentions|has|have|include|includes|say|says|use|uses|start|starts|begin|begins|"
        "end|ends|talk|talks"
    ),
    "often": (
        "always|often|usually|typically|generally|mostly|normally|tend to|will|must|should|frequently|clearly|also"
    ),
    "if": (
        "if|when|whenever|where|wherever|because|since|as|every time|any time|each time|once|in case|should|"
        "unless|given|provided|providing|assuming|suppose|supposing|due to|owing to|thanks to|only|were|had|"
        "seeing|as soon|as long|so long|considering|on|in the event|with|without|for|while|anytime|the moment|"
        "based on|judging|in (all|any|every|those|the|each)? (case|cases|event|situations) (where|when|in which|"
        "that|of)|in case of"
    ),
    "so": (
        "so|therefore|thus|hence|consequently|accordingly|ergo|which means that?|meaning that?|that means that?|"
        "this means that?|for (this|that|which) reason|that is why|this is why|which is why|as a result|in which "
        "case|in (that|this|such a) case|if (all|both) (of)? (these|those|the|three|two|four|this|that)? (conditions|"
        "points|criteria|things)? (are|is) (met|true|fulfilled|satisfied|given)|if so|and that makes|which makes|"
        "that makes|this makes|and so|and therefore|and thus|and hence|then"
    ),
    "means": (
        "(mean|means|indicate|indicates|implies|imply|suggest|suggests|signal|signals|signifies|denote|denotes|"
        "show|shows|prove|proves|scream|screams|spell|spells|equal|equals|gives|point to|points to|hints at|"
        "speaks for|speak for|leads to|makes (it|this|that|{called})|makes me ({ask})* ({call}|think|"
        "believe) (it|this|that|is)*|tells me|says) (that)?|(is|are) "
        "(all|everything|what) (that)? (i|we) (need|require|want) "
        "(for|to (say|call it|pick|choose))?|(is|are) (a|an|the)? "
        "(clear|strong|good|sure|typical|reliable|telltale|dead|obvious|very)* (sign|signs|indicator|indicators|"
        "indication|mark|marker|signal|evidence|proof|hallmark|giveaway|case|typical|characteristic|indicative|"
        "symptom|symptoms|enough|sufficient|reason|trigger|cue|clue) (of|for|that|enough|to call)*"
    ),
    "arrow": "=>|->|→|⇒|= >|>|= =>|- ->|> >",
    "stop": ".|;|:|!|-|–|—|…|/|[|\\(|\\?|\\|",
    "sort": "stuff|material|deal|territory|behaviour|behavior|business|matter|year|day|price|all over|alert",
    "closing": (
        "for me|to me|for us|imo|imho|in my (opinion|view|book)|then|thanks|thank you|thx|cheers|please|lol|i "
        "think|i guess|i would say|obviously|of course|no doubt|without (a|any) doubt|as well|too|for sure|definitely|"
        "to be (safe|sure|on the safe side)|just (to be safe|to be sure|in case)|anyhow|"
        "is what (i|we) ({would})? (say|print|call (it|this|that)?|pick|choose|put|answer|label it?|go (with|for))|"
        "clearly|no question|no questions asked|end of story|simple as that|that is it|any day|all day|all day long|"
        "100 %|alright|ok|right|indeed|probably|in my experience|hands down|every time|i believe|label|"
        "class|category|folder|section|bucket|pile|group|tag|column|box|desk|team|queue|…|,|.|!|\\)|]|\\*|;|\\?|"
        "(:|;) -? \\)"
    ),
    "besides": (
        "unless|except|save|but not|but only|only if|only when|provided|providing|as long as|so long as|if|when|"
        "whenever|where|in case|on condition|given|assuming|because|since|excluding|apart from|other than|even if"
    ),
    "heading": (
        "({pad}|(the|my)? (reason|reasons|why|explanation|rationale|rule|condition|criterion|cue|evidence|"
        "justification|test|heuristic) ~? (:|=|-|–|—))"
    ),
    "plain": "{does}|{each}|{quotes}|it|this|there|they|{if}|no|at least|more than|less than|fewer than",
    "pause": ".|;|!|…|—|–|\\?",
    "article": (
        "a|an|the|label|labeled|labelled|class|category|type of|kind of|case of|example of|considered|at all|"
        "likely|likely to be|to me"
    ),
    "named_so": "({not} ({article})*|({hedge})*)",
    "else": "otherwise|else|if not|or else",
    "thanks": (
        "(,|.|!|;)* (thanks|thank you|thx|ty|cheers|please|lol|imo|imho|haha|i (think|guess|believe)|i would say|"
        "in my opinion|for sure|no doubt|that is all|hope this helps|hope that helps|best regards|regards|in my "
        "experience|of course) (in advance|very much|so much|a lot)? (.|!|,)*"
    ),
    "fits": (
        "(is|seems|sounds|looks|feels|would be|must be) (like|to be)? (the|a)? ({sure})* (right|correct|best|"
        "appropriate|proper|only|obvious|clear|likely|good|fitting|better|most likely)+ (label|class|category|"
        "choice|answer|one|tag|fit|here|to me)*"
    ),
    "section": "section|folder|bucket|pile|group|tag|label|category|class|desk|queue",
    "bare": (
        "{saying} :?|{saying} {some} {wording} :? {unquoted}?|(the|these|those|following) {wording} : {unquoted}?|"
        "(the|these|those|following) {wording} ~ (,|or|and|/)+ {unquoted}"
    ),
    "unquoted": "~ ((,|or|and|/)+ ~)*",
    "some": "(one|any|some|all|none)? of? (the|these|those|a|following)*",
    "saying": "says|say|said|mentions|mention|contains|contain|includes|include|has|have|reads|read",
    "wording": "word|words|phrase|phrases|term|terms|keyword|keywords",
    "noun": "(the|this|that|its|such) ~|(the|this)? ~ and the? ~",
}
"""The fragments of frames, by name."""

SAID["row"] = "|".join(form for row in ROWS for form in (row, f"{row}s"))
