// Writes the order of Chinese characters by pinyin, as dictionaries and the Unicode project's
// collation of Chinese have it (CLDR "pinyin", which the ICU inside node knows), many to a line:
//
//     node make_pinyin_order.mjs > pinyin_order.csv
//
// Covers the unified ideographs and extension A: all that names and addresses are written with.
const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
if (collator.compare("阿", "一") >= 0 || collator.compare("一", "丁") <= 0) {
    console.error("this node has no Chinese collation");
    process.exit(1);
}

const characters = ["〇"];
for (const [first, last] of [[0x3400, 0x4DBF], [0x4E00, 0x9FFF]])
    for (let code = first; code <= last; ++code)
        characters.push(String.fromCodePoint(code));
characters.sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));

const to_a_line = 50;
for (let i = 0; i < characters.length; i += to_a_line)
    console.log(characters.slice(i, i + to_a_line).join(""));
