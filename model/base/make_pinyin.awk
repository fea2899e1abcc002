# Turns Unihan_Readings.txt of the Unicode Consortium (Debian: unicode-data) into the table of
# pinyin.h: every character with its readings of today, the usual one first, as 512 * character +
# number of the syllable. Tones are dropped and ü is v, as people type.
#
#     bzip2 -dc Unihan_Readings.txt.bz2 | LC_ALL=C awk -f make_pinyin.awk > pinyin_table.gen.cpp
#
# The usual reading is kMandarin; the others are those of the dictionaries of the standard characters
# (kTGHZ2013) and of modern Chinese (kXHC1983) and of the frequency list (kHanyuPinlu).

function plain(text)
{
    gsub(/ā|á|ǎ|à/, "a", text)
    gsub(/ē|é|ě|è|ê/, "e", text)
    gsub(/ī|í|ǐ|ì/, "i", text)
    gsub(/ō|ó|ǒ|ò/, "o", text)
    gsub(/ū|ú|ǔ|ù/, "u", text)
    gsub(/ü|ǖ|ǘ|ǚ|ǜ/, "v", text)
    gsub(/ń|ň|ǹ/, "n", text)
    gsub(/ḿ/, "m", text)
    gsub(/̀|́|̄|̌|̂/, "", text) # combining marks
    return text
}

function hex(text,    value, i)
{
    for (i = 1; i <= length(text); ++i)
        value = value * 16 + index("0123456789ABCDEF", substr(text, i, 1)) - 1
    return value
}

function add(list,    readings, count, i, reading)
{
    gsub(/[0-9.]+:/, " ", list)    # places in a dictionary
    gsub(/\([0-9]+\)|,/, " ", list) # frequencies
    count = split(plain(list), readings, " ")
    for (i = 1; i <= count; ++i) {
        reading = readings[i]
        if (reading !~ /^[a-z]+$/ || (current, reading) in seen)
            continue
        seen[current, reading] = 1
        if (!(reading in syllables)) {
            syllables[reading] = syllable_count
            names = names (syllable_count % 12 ? " " : "\n    ") "\"" reading "\","
            ++syllable_count
        }
        rows[row_count++] = hex(current) * 512 + syllables[reading]
    }
}

function finish()
{
    if (current != "") {
        add(found["kMandarin"])
        add(found["kTGHZ2013"])
        add(found["kXHC1983"])
        add(found["kHanyuPinlu"])
    }
    split("", found)
}

BEGIN { FS = "\t" }

/^U\+/ {
    character = substr($1, 3)
    if (character != current) {
        finish()
        current = character
    }
    if ($2 == "kMandarin" || $2 == "kTGHZ2013" || $2 == "kXHC1983" || $2 == "kHanyuPinlu")
        found[$2] = $3
}

END {
    finish()
    if (row_count < 40000 || syllable_count > 512) {
        print "make_pinyin: this is not Unihan_Readings.txt" > "/dev/stderr"
        exit 1
    }
    print "#include \"model/base/pinyin_table.h\"\n\nnamespace model::detail {\n"
    print "static constexpr std::string_view syllables[] = {" names "\n};\n"
    printf "static constexpr std::uint32_t rows[] = {"
    for (i = 0; i < row_count; ++i)
        printf "%s%s,", i % 10 ? " " : "\n    ", rows[i]
    print "\n};\n"
    print "std::span<const std::string_view> pinyin_syllables()\n{\n    return syllables;\n}\n"
    print "std::span<const std::uint32_t> pinyin_rows()\n{\n    return rows;\n}\n"
    print "} // namespace model::detail"
}
