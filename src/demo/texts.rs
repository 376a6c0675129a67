//! Names and texts of the demo shop.

/// Names of the prints, twelve of each series.
pub const PRINTS: [[&str; 12]; 4] = [
    [
        "Slack Water",
        "Spring Tide",
        "The Long Ebb",
        "Harbour at Six",
        "Neap",
        "Undertow",
        "Salt Road",
        "First Swell",
        "Breakwater",
        "Lee Shore",
        "Half Flood",
        "Moonpull",
    ],
    [
        "Kindling",
        "Hearthwind",
        "Red Kiln",
        "Cinder Path",
        "Noon in August",
        "Sparkfall",
        "Charcoal Burner",
        "Backdraught",
        "Banked Fire",
        "Ashes to Amber",
        "Two Suns",
        "Smoke Signal",
    ],
    [
        "Under the Log",
        "Lichen Map",
        "Fen",
        "Spore",
        "North Side",
        "Rain Garden",
        "Peat",
        "Slow Green",
        "Stone and Sponge",
        "Damp Morning",
        "Clearing",
        "Root Music",
    ],
    [
        "Evaporation",
        "Crystal Drill",
        "Sixty-Four Rooms",
        "Loose Order",
        "Falling Index",
        "Archive",
        "Brine",
        "White Noise",
        "Almost Square",
        "Settlement",
        "Grid Failure",
        "Rule of Thumb",
    ],
];

/// Series: name, German name, what they are, in English and German.
pub const SERIES: [(&str, &str, &str, &str); 4] = [
    (
        "Tide Lines",
        "Gezeitenlinien",
        "Waves under a sun. Each line is drawn from front to back and hides what is behind it, so the sea is built the way water is: by covering.",
        "Wellen unter einer Sonne. Jede Linie verdeckt, was hinter ihr liegt: Das Meer entsteht, wie Wasser entsteht – durch Überdecken.",
    ),
    (
        "Ember Fields",
        "Glutfelder",
        "Fifteen hundred strokes follow a wind that a handful of embers bend out of shape. The warm ones start close to the fire.",
        "Fünfzehnhundert Striche folgen einem Wind, den einige Glutnester verbiegen. Die warmen beginnen nah am Feuer.",
    ),
    (
        "Moss Rings",
        "Moosringe",
        "Rings that grow until they touch a neighbour, then stop. Nobody decides the composition; politeness does.",
        "Ringe, die wachsen, bis sie einen Nachbarn berühren, und dann aufhören. Die Komposition entscheidet niemand – nur die Höflichkeit.",
    ),
    (
        "Salt Grids",
        "Salzgitter",
        "A strict grid that loses its nerve towards one end. The program knows one rule and how much to break it.",
        "Ein strenges Gitter, das zu einem Ende hin die Fassung verliert. Das Programm kennt eine Regel und wie sehr es sie bricht.",
    ),
];

/// Postcards.
pub const POSTCARDS: [&str; 8] = [
    "Low Water Postcards",
    "Ember Postcards",
    "Moss Postcards",
    "Salt Postcards",
    "Studio Seconds",
    "Twelve Small Suns",
    "Postcard of the Month",
    "Night Ferry Postcards",
];

/// Notebooks.
pub const NOTEBOOKS: [&str; 8] = [
    "Tide Table Notebook",
    "Logbook",
    "Field Notes: Ember",
    "Kiln Diary",
    "Moss Journal",
    "Naturalist's Notebook",
    "Grid Paper, Properly",
    "Margin Notes",
];

/// What stands below every print.
pub const PRINT_CARE: (&str, &str) = (
    "<p>Printed to order on 310 g cotton paper with eleven pigments, checked under daylight, numbered and packed flat. \
     It leaves the studio on the next working day.</p><ul><li>Mould-made paper with a torn edge</li>\
     <li>Colours tested for a hundred years of daylight</li><li>Frames of ash or blackened oak, with real glass</li></ul>",
    "<p>Auf Bestellung gedruckt, auf 310 g schwerem Baumwollpapier mit elf Pigmenten, bei Tageslicht geprüft, nummeriert \
     und flach verpackt. Verlässt das Atelier am nächsten Werktag.</p><ul><li>Geschöpftes Papier mit Büttenrand</li>\
     <li>Farben auf hundert Jahre Tageslicht geprüft</li><li>Rahmen aus Esche oder geschwärzter Eiche, mit echtem Glas</li></ul>",
);

/// What stands below postcards and notebooks.
pub const PAPER_CARE: (&str, &str) = (
    "<p>Offset-printed two streets away on uncoated recycled board. A fountain pen does not bleed through.</p>",
    "<p>Zwei Straßen weiter auf ungestrichenem Recyclingkarton gedruckt. Füllertinte schlägt nicht durch.</p>",
);
