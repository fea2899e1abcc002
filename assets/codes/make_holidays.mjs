// Writes the days of `chinese-days.json` as "date,kind,name"; make_holidays.sh fetches it.
import { readFileSync } from "node:fs";

const [path] = process.argv.slice(2);
if (!path) {
    console.error("usage: node make_holidays.mjs chinese-days.json");
    process.exit(2);
}

// The package writes "New Year's Day,元旦,1".
const { holidays, workdays } = JSON.parse(readFileSync(path, "utf8"));
const rows = (days, kind) => Object.entries(days).map(([date, words]) => {
    const name = words.split(",")[1];
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !name)
        throw new Error(`cannot read ${date}: ${words}`);
    return `${date},${kind},${name}\n`;
});

process.stdout.write("date,kind,name\n"
    + [...rows(holidays, "off"), ...rows(workdays, "work")].sort().join(""));
