#include "model/assessment/assessed_by.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

namespace {

Message decided_by(GradePaper paper, const std::string& unit)
{
    switch (paper) {
    case GradePaper::result:
        return unit.empty()
            ? Message{msgid("Assessment: the hall office assesses month by month, and proposes and "
                            "decides the annual grade"),
                {}}
            : Message{msgid("Assessment: the hall office assesses month by month, and proposes and "
                            "decides the annual grade; {1} and its personnel department get the "
                            "result letter"),
                {unit}};
    case GradePaper::opinion:
        return {msgid("Assessment: the hall office assesses month by month and proposes the annual "
                      "grade in a letter of opinion; {1} decides it"),
            {unit}};
    case GradePaper::notice:
        return {
            msgid("Assessment: the hall office manages from day to day and tells what it found; "
                  "the annual grade is proposed and decided by {1}"),
            {unit}};
    case GradePaper::contract_score:
        return {msgid("Assessment: the hall office assesses month by month and decides; the score "
                      "goes into the contract with the supplier"),
            {}};
    case GradePaper::outlet_score:
        return {msgid("Assessment: the township or street assesses month by month, and proposes "
                      "and decides the annual grade; the outlet gets a score"),
            {}};
    }
    return {};
}

std::optional<Message> words_of(Identity identity)
{
    const auto vocabulary = vocabulary_of(identity);
    if (!vocabulary)
        return Message{
            msgid("Grades: this kind of employment has words of the office's own, or of the "
                  "contract"),
            {}};
    std::vector<std::string> words;
    std::string basis;
    for (const auto& word : grade_words())
        if (word.vocabulary == *vocabulary && !word.document.empty()) {
            words.push_back(word.word);
            basis = word.document + word.article;
        }
    if (words.empty())
        return std::nullopt;
    return Message{msgid("Grades: {1} ({2})"), {join(words, "、"), basis}};
}

/// Whether the sentence of that paper names the sending unit.
bool needs_a_unit(GradePaper paper)
{
    return paper == GradePaper::opinion || paper == GradePaper::notice;
}

} // namespace

std::vector<Message> assessed_by(const Posting& posting, const std::optional<Unit>& unit)
{
    const auto authority =
        authority_for(posting.source, unit ? unit->category : std::optional<UnitCategory>{});
    if (!authority || (needs_a_unit(authority->paper) && !unit))
        return {{msgid("Assessment: who decides the annual grade is not known yet: it follows from "
                       "the source of the posting and the category of the sending unit"),
            {}}};
    const bool is_told = unit && unit->category != UnitCategory::agency; // none writes to itself
    std::vector<Message> all{decided_by(authority->paper, is_told ? unit->name : std::string())};
    if (posting.identity)
        if (auto words = words_of(*posting.identity))
            all.push_back(std::move(*words));
    return all;
}

} // namespace model
