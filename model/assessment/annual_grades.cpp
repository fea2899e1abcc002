#include "model/assessment/annual_grades.h"

#include "model/assessment/code_rows.h"
#include "model/base/text.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

constexpr std::int64_t everybody = 100;

struct AuthorityRow {
    std::optional<PostingSource> source;
    std::optional<UnitCategory> category; ///< none: any
    GradeAuthority authority;
};

std::vector<GradeWord> read_words()
{
    std::vector<GradeWord> words;
    for (const auto& row : code_rows("codes/grade_words.csv"))
        words.push_back({code_in<GradeVocabulary>(row[0]).value(), code_in<Grade>(row[1]).value(),
            row[2], row[3], row[4]});
    return words;
}

std::vector<AuthorityRow> read_authorities()
{
    std::vector<AuthorityRow> rows;
    for (const auto& row : code_rows("codes/grade_authority.csv"))
        rows.push_back({code_in<PostingSource>(row[0]), code_in<UnitCategory>(row[1]),
            {code_in<GradeDecider>(row[2]).value(), code_in<GradePaper>(row[3]).value()}});
    return rows;
}

const std::string& standing_word(const AnnualGrade& grade)
{
    return grade.decided.empty() ? grade.proposed : grade.decided;
}

/// Any identity without words of its own may use those of the others, but not a word nobody has.
std::optional<Grade> grade_meant(const AnnualGrade& grade, const std::string& word)
{
    const auto vocabulary = grade.identity ? vocabulary_of(*grade.identity) : std::nullopt;
    if (vocabulary)
        return grade_of(*vocabulary, word);
    for (const auto& known : grade_words())
        if (known.word == word)
            return known.grade;
    return std::nullopt;
}

std::string words_of(const AnnualGrade& grade)
{
    const auto vocabulary = grade.identity ? vocabulary_of(*grade.identity) : std::nullopt;
    std::vector<std::string> words;
    for (const auto& known : grade_words())
        if ((!vocabulary || known.vocabulary == *vocabulary)
            && std::ranges::find(words, known.word) == words.end())
            words.push_back(known.word);
    return join(words, " / ");
}

void check_grade(const AnnualGrade& grade, std::vector<GradeNote>& notes)
{
    const auto note = [&](Level level, Message what) {
        notes.push_back({grade.person, level, std::move(what)});
    };
    for (const auto& word : {grade.proposed, grade.decided})
        if (!word.empty() && !grade_meant(grade, word))
            note(Level::refuse,
                {msgid("{1}: “{2}” is no grade for this identity: there are {3}"),
                    {grade.name, word, words_of(grade)}});
    const auto meant = grade_meant(grade, standing_word(grade));
    if ((meant == Grade::undetermined || meant == Grade::not_assessed) && grade.reason.empty())
        note(Level::warn,
            {msgid("{1}: “{2}” needs a reason (on trial, long leave, under investigation)"),
                {grade.name, standing_word(grade)}});
    if (!grade.decided.empty() && !grade.proposed.empty() && grade.decided != grade.proposed
        && grade.document.empty())
        note(Level::warn,
            {msgid("{1}: “{2}” was proposed and “{3}” decided: enter the document"),
                {grade.name, grade.proposed, grade.decided}});
}

} // namespace

const std::vector<GradeWord>& grade_words()
{
    static const auto words = read_words();
    return words;
}

std::optional<GradeVocabulary> vocabulary_of(Identity identity)
{
    static const auto vocabularies = [] {
        std::map<Identity, GradeVocabulary> all;
        for (const auto& row : code_rows("codes/grade_identities.csv"))
            all.emplace(
                code_in<Identity>(row[0]).value(), code_in<GradeVocabulary>(row[1]).value());
        return all;
    }();
    const auto found = vocabularies.find(identity);
    return found == vocabularies.end() ? std::nullopt : std::optional(found->second);
}

const GradeWord* word_for(GradeVocabulary vocabulary, Grade grade)
{
    for (const auto& word : grade_words())
        if (word.vocabulary == vocabulary && word.grade == grade)
            return &word;
    return nullptr;
}

std::optional<Grade> grade_of(GradeVocabulary vocabulary, std::string_view word)
{
    for (const auto& known : grade_words())
        if (known.vocabulary == vocabulary && known.word == word)
            return known.grade;
    return std::nullopt;
}

std::int64_t GradeQuota::places(std::int64_t assessed) const
{
    return assessed * percent / everybody + extra;
}

std::vector<GradeNote> check_grades(std::span<const AnnualGrade> grades, const GradeQuota& quota)
{
    std::vector<GradeNote> notes;
    std::int64_t assessed = 0;
    std::int64_t excellent = 0;
    for (const auto& grade : grades) {
        check_grade(grade, notes);
        const auto meant = grade_meant(grade, standing_word(grade));
        assessed += meant == Grade::not_assessed ? 0 : 1;
        excellent += meant == Grade::excellent ? 1 : 0;
    }
    const auto places = quota.places(assessed);
    if (excellent > places)
        notes.push_back({std::nullopt, Level::warn,
            {msgid("{1} of {2} assessed are excellent; {3} % of them and {4} granted are {5}"),
                {std::to_string(excellent), std::to_string(assessed), std::to_string(quota.percent),
                    std::to_string(quota.extra), std::to_string(places)}}});
    return notes;
}

std::optional<GradeAuthority> authority_for(
    std::optional<PostingSource> source, std::optional<UnitCategory> category)
{
    static const auto rows = read_authorities();
    for (const auto& row : rows)
        if (row.source == source && (!row.category || row.category == category))
            return row.authority;
    return std::nullopt;
}

} // namespace model
