"""The words that sample comments are made of: what fills a {slot} of a template, and what noise adds.

All of it is our own writing. The shop, its articles, people and products are invented.
"""

from __future__ import annotations

WORDS: dict[str, tuple[str, ...]] = {
    "part": (
        "chain", "rear derailleur", "bottom bracket", "saddle", "front hub", "brake cable", "crank arm", "cassette",
        "inner tube", "freewheel", "headset", "dynamo light", "rim", "shifter", "pannier rack", "seat post",
        "disc rotor", "pedal", "kickstand", "mudguard", "spoke nipple", "tyre", "bar tape", "bell",
    ),
    "parts": (
        "brake pads", "spokes", "bearings", "tyre levers", "cable ends", "gloves", "chain links", "lights", "hooks",
        "saddlebags", "quick releases", "valve caps", "mudguards", "patches", "grips",
    ),
    "tool": (
        "chain whip", "torque wrench", "cone spanner", "pedal wrench", "truing stand", "cable cutter", "floor pump",
        "spoke key", "bearing press", "multi-tool", "chain checker", "cassette remover",
    ),
    "bike": (
        "commuter", "touring bike", "cargo bike", "child's bike", "folding bike", "gravel bike", "steel racer", "tandem",
        "hub-gear city bike", "mountain bike", "Dutch bike", "single speed", "1974 racer", "recumbent", "three-wheeler",
    ),
    "noise": (
        "clicking", "squealing", "rubbing", "creaking", "grinding", "a dull knock", "whistling", "skipping",
        "rattling", "a ticking sound",
    ),
    "when": (
        "on the way home", "after the rain", "every time I climb", "since Tuesday", "when I stand up", "in cold weather",
        "after about 200 km", "only in the smallest gear", "all of a sudden", "ever since the winter",
        "whenever I brake hard", "with the kids in the trailer",
    ),
    "article": (
        "the article on truing wheels", "part 2 of the winter series", "your drawing of the hub", "this guide",
        "the step with the cable", "the page on saddle height", "the chapter about cones", "this manual",
        "the table of chain lengths", "the bit about old threads", "the comparison of pumps",
    ),
    "name": (
        "Marta", "Ilse", "Okan", "Priya", "Tomasz", "Béa", "Jonas", "Wren", "Dilys", "Farid", "Anouk", "Keiko", "Sven",
        "Lupe", "Hamish", "Zanele", "Mirko", "Oda", "Teo", "Rosalind",
    ),
    "place": (
        "Ghent", "Leith", "Bergen", "the valley", "our village", "Graz", "Porto", "the coast", "Utrecht", "Galway",
        "the Black Forest", "Aarhus", "the north side of town", "Ljubljana",
    ),
    "amount": (
        "12 euro", "€35", "8.90", "$40", "19.95 EUR", "200 euro", "£27.50", "15,-", "€ 4.50", "65 dollar", "30 quid",
    ),
    "size": (
        "M6", "27.2 mm", "700x32", "26 inch", "68 mm", "5/8", "1 1/8", "14 gauge", "9-speed", "28x1.75", "135 mm",
        "1/2 x 3/32", "175 mm",
    ),
    "days": ("two days", "a week", "ten days", "3 weeks", "48 hours", "nearly a month", "five working days", "one day"),
    "order": ("#48213", "no. 50077", "SB-3391", "41996", "SB 7702", "#51140", "60215-B", "number 47738"),
    "polite": ("thanks", "thank you", "many thanks", "cheers", "thx", "thanks in advance", "ta", "much obliged"),
    "praise": (
        "brilliant", "really clear", "a lifesaver", "exactly what I needed", "the best I've read", "so well drawn",
        "lovely", "spot on", "better than the video ones", "very good work", "gold",
    ),
    "mild": ("hm", "well", "ok", "right", "so", "oh", "ah", "hmm", "yeah", "honestly", "sorry", "hi all", "hello"),
    "pitch": (
        "channel", "page", "blog", "shop", "profile", "group", "podcast", "new site", "playlist", "newsletter",
    ),
    "beg": (
        "check it out", "check out my {pitch}", "come visit my {pitch}", "have a look at my {pitch}",
        "please subscribe", "sub to me", "follow me back", "follow for follow", "pls share", "hit the bell",
        "like and share", "tell your friends", "give my {pitch} a chance", "look at my {pitch}",
    ),
    "prize": (
        "gift card", "new phone", "new scooter", "voucher", "tablet", "holiday for two", "smart watch",
        "carbon bike", "games console", "mystery box", "cash bonus", "lifetime membership",
    ),
    "income": (
        "$300 a day", "€2,500 a month", "5000 per week", "100% profit", "$97/hour", "four figures every week",
        "£450 by friday", "a second salary", "15k monthly", "double your money", "extra cash",
    ),
    "scheme": (
        "trading signals", "this crypto bot", "a simple survey", "reselling courses", "an online program",
        "my mentor", "this app", "a secret method", "copy trading", "data entry at home", "the new coin", "drop shipping",
    ),
    "cure": (
        "knee pain", "belly fat", "hair loss", "back pain", "bad sleep", "low energy", "stress", "joint ache",
    ),
    "remedy": (
        "herbal drops", "magnetic insoles", "this tea", "natural capsules", "detox patches", "the 10 minute trick",
        "copper bracelets", "a tiny root powder",
    ),
    "goods": (
        "sunglasses", "branded watches", "phone cases", "sneakers", "car insurance", "LED bulbs", "jackets",
        "logo design", "followers", "essay writing", "backlinks", "cheap flights", "ink cartridges", "web hosting",
    ),
    "link": (
        "http://{host}/{tail}", "https://{host}/{tail}", "www.{host}/{tail}", "{host}/{tail}", "https://{host}",
        "{host}", "http://www.{host}/?ref={number}",
    ),
    "host": (
        "win.example.com", "best-deals.example.org", "example.com", "go.example.net", "example.org",
        "tube.example.com", "shop24.example.net", "join.example.org", "promo.example.com", "my.example.net",
    ),
    "tail": ("join", "free", "x7Kq", "gift", "vip", "offer-{few}", "start", "ch/{number}", "a1b", "now", "bonus", "p"),
    "good_link": (
        "https://spokeberry.example.com/guides/{number}", "spokeberry.example.com/faq", "https://maps.example.org/trail",
        "http://museum.example.org/bicycles", "https://forum.example.net/t/{number}", "www.example.org/manual.pdf",
    ),
    "mail": (
        "info@example.org", "claims{number}@example.com", "lucky.desk@example.org", "maria_{number}@example.net",
        "office@promo.example.com", "dr.root@example.org",
    ),
    "own_mail": ("{name}@example.org", "workshop@example.com", "h.{name}@example.net"),
    "number": ("17", "204", "88", "3120", "45", "7719", "530", "61", "9002", "12", "1845", "376"),
    "few": ("2", "3", "five", "7", "ten", "12", "20", "25", "fifty", "80"),
    "handle": ("@rider_{number}", "@{name}{number}", "@oilyhands", "@spokeberry", "@truewheel", "@hillclimber{number}"),
    "tag": ("#bikelife", "#follow4follow", "#giveaway", "#DIY", "#repair", "#win", "#crypto", "#commute", "#cycling"),
}  # fmt: skip
"""What may stand in a slot. Entries may hold slots themselves."""

EMOJI_HAM = ("🙂", "👍", "🚲", "😅", "🔧", "❤️", ":)", "🙏", ":-(", "😂", "🌧️", "🤔", ";)", "😬")
EMOJI_SPAM = ("🔥", "💰", "👇", "🎁", "❤️", "💯", "👉", "🚀", "😍", "🤑", "👍", "🙏", "✅", ":)", "🎉")
"""Signs that noise adds; some are common to both classes."""

STRETCH = (
    "again", "agree", "best", "bike", "brilliant", "cheap", "dead", "fast", "fine", "free", "gone", "good", "great", "hard",
    "hello", "help", "last", "lost", "love", "lovely", "much", "need", "never", "nice", "only", "please", "really", "right",
    "same", "secret", "slips", "small", "still", "thanks", "very", "waiting", "what", "wrong",
)  # fmt: skip
"""Words that people draw out."""
