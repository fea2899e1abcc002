#include "model/commands/known_of_leaver.h"

#include "model/base/text.h"
#include "model/entities/authorisation.h"
#include "model/entities/bad_rating.h"
#include "model/entities/complaint.h"
#include "model/entities/equipment.h"
#include "model/entities/finding.h"
#include "model/entities/window_staff.h"
#include "model/rules/rule.h"

namespace model {

namespace {

constexpr std::size_t shown_letters = 24; ///< of what somebody complained of

std::string shortened(const std::string& text)
{
    const auto letters = to_utf32(text);
    return letters.size() <= shown_letters ? text : to_utf8(letters.substr(0, shown_letters)) + "…";
}

template <class E>
std::vector<E> of_person(RecordStore& store, std::string_view field, const Uuid& person)
{
    std::vector<E> all;
    for (const auto& record : store.where(def_of<E>(), field, person))
        all.push_back(from_record<E>(record));
    return all;
}

/// "3号（县水利局）"; one of the two alone where the other is missing.
std::string with_note(const std::string& text, const std::string& note)
{
    if (text.empty() || note.empty())
        return text.empty() ? note : text;
    return text + "（" + note + "）";
}

std::string title_of(RecordStore& store, const std::optional<Uuid>& id)
{
    return id ? store.title_of(*id) : std::string();
}

std::vector<std::string> authorisations(RecordStore& store, const Uuid& person)
{
    std::vector<std::string> texts;
    for (const auto& each : of_person<Authorisation>(store, "person", person))
        if (!is_over(each.to, store.today()))
            texts.push_back(with_note(each.document.empty() ? each.appointment : each.document,
                title_of(store, each.unit)));
    return texts;
}

/// By number and day: whoever keeps the list need not be one who may read the cases.
std::vector<std::string> cases(RecordStore& store, const Uuid& person)
{
    std::vector<std::string> texts;
    for (const auto& each : of_person<Complaint>(store, "person", person))
        if (!each.closed && !each.replied && !each.not_accepted)
            texts.push_back(with_note(each.number, each.received ? to_iso(*each.received) : ""));
    for (const auto& each : of_person<BadRating>(store, "person", person))
        if (!each.corrected && each.excluded != true)
            texts.push_back(with_note("差评", each.rated ? to_iso(*each.rated) : ""));
    for (const auto& each : of_person<ProblemFound>(store, "person", person))
        if (!each.corrected && each.state != ProblemState::dropped)
            texts.push_back(shortened(each.name));
    return texts;
}

std::vector<std::string> windows(RecordStore& store, const Uuid& person, const Date& last)
{
    std::vector<std::string> texts;
    for (const auto& each : of_person<WindowStaff>(store, "person", person)) {
        if (!each.window || (each.to && *each.to < last))
            continue;
        const auto slot = each.slot == Slot::b ? "B岗" : "A岗";
        std::vector<std::string> others;
        for (const auto& other : of_person<WindowStaff>(store, "window", *each.window))
            if (other.person && other.person != person && !is_over(other.to, store.today()))
                others.push_back(store.title_of(*other.person));
        texts.push_back(
            with_note(store.title_of(*each.window) + "窗口" + slot, join(others, "、")));
    }
    return texts;
}

std::vector<std::string> devices(RecordStore& store, const Uuid& person)
{
    std::vector<std::string> texts;
    for (const auto& each : of_person<Equipment>(store, "keeper", person))
        if (!each.scrapped && each.state != EquipmentState::scrapped)
            texts.push_back(with_note(each.name, each.code));
    return texts;
}

} // namespace

std::vector<std::string> known_of_leaver(
    RecordStore& store, const Posting& posting, CheckMatter matter)
{
    std::vector<std::string> texts;
    if (!posting.person)
        return texts;
    if (matter == CheckMatter::authorisation)
        texts = authorisations(store, *posting.person);
    else if (matter == CheckMatter::cases)
        texts = cases(store, *posting.person);
    else if (matter == CheckMatter::window)
        texts = windows(store, *posting.person, posting.to.value_or(store.today()));
    else if (matter == CheckMatter::equipment)
        texts = devices(store, *posting.person);
    std::erase(texts, std::string());
    return texts;
}

} // namespace model
