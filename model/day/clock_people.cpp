#include "model/day/clock_people.h"

#include "model/base/text.h"
#include "model/entities/person.h"

#include <boost/json.hpp>

#include <algorithm>

namespace model {

namespace {

constexpr std::string_view people_setting = "clock/people";

/// "0012" as "12".
std::string bare_number(std::string_view number)
{
    auto text = folded(number);
    const auto first = text.find_first_not_of('0');
    return first == std::string::npos ? text : text.substr(first);
}

/// The people of the register by what a file may call them.
class People {
public:
    People(RecordStore& store, const Permission& permission, const std::set<Uuid>& here)
        : here_(here)
    {
        const auto& def = def_of<Person>();
        const auto seen = permission.extent(Action::see, def).condition(def);
        for (const auto& record : store.select({.def = &def, .where = seen})) {
            const auto person = from_record<Person>(record);
            put(by_name_, folded(person.name), person.id);
            put(by_number_, bare_number(person.badge), person.id);
            put(by_id_number_, folded(person.id_number), person.id);
            names_[person.id] = person.name;
        }
    }

    bool has(const Uuid& person) const { return names_.contains(person); }

    ClockPerson find(const ClockWho& who) const
    {
        if (!who.id_number.empty())
            if (const auto found = at(by_id_number_, folded(who.id_number)); found.size() == 1)
                return known(found.front());
        const auto numbered = at(by_number_, bare_number(who.number));
        const auto named = by_name(who.name);
        if (numbered.size() > 1)
            return ambiguous(numbered,
                {msgid("Several people have the staff number {1}: say who is meant"),
                    {who.number}});
        if (numbered.size() == 1)
            return by_number(who, numbered.front(), named);
        if (named.size() == 1)
            return known(named.front());
        if (named.size() > 1)
            return ambiguous(
                named, {msgid("Several people are called {1}: say who is meant"), {who.name}});
        return {
            .reason = {msgid("Nobody here is called {1}: say who is meant, or enter the person"),
                {who.text()}}};
    }

private:
    using Index = std::map<std::string, std::vector<Uuid>>;

    static void put(Index& index, const std::string& key, const Uuid& person)
    {
        if (!key.empty())
            index[key].push_back(person);
    }

    static std::vector<Uuid> at(const Index& index, const std::string& key)
    {
        const auto found = index.find(key);
        return key.empty() || found == index.end() ? std::vector<Uuid>{} : found->second;
    }

    static ClockPerson known(const Uuid& person)
    {
        return {.state = ClockPerson::State::known, .person = person};
    }

    static ClockPerson ambiguous(std::vector<Uuid> candidates, Message reason)
    {
        return {.state = ClockPerson::State::ambiguous,
            .person = {},
            .candidates = std::move(candidates),
            .reason = std::move(reason)};
    }

    /// Those of the name who are here or, where none is, all of them.
    std::vector<Uuid> by_name(const std::string& name) const
    {
        const auto all = at(by_name_, folded(name));
        std::vector<Uuid> here;
        std::ranges::copy_if(
            all, std::back_inserter(here), [this](const Uuid& id) { return here_.contains(id); });
        return here.empty() ? all : here;
    }

    ClockPerson by_number(
        const ClockWho& who, const Uuid& numbered, const std::vector<Uuid>& named) const
    {
        if (who.name.empty() || folded(names_.at(numbered)) == folded(who.name))
            return known(numbered);
        auto candidates = named;
        candidates.insert(candidates.begin(), numbered);
        return ambiguous(std::move(candidates),
            {msgid("The staff number {1} is {2}'s here, and the file says {3}: say who is meant"),
                {who.number, names_.at(numbered), who.name}});
    }

    const std::set<Uuid>& here_;
    Index by_name_;
    Index by_number_;
    Index by_id_number_;
    std::map<Uuid, std::string> names_;
};

/// Two of the file that nobody said to be one person, and are one by a name alone.
void part_doubles(
    const ClockSheet& sheet, std::vector<ClockPerson>& people, const std::vector<bool>& is_chosen)
{
    std::map<Uuid, std::vector<std::size_t>> users;
    for (std::size_t i = 0; i < people.size(); ++i)
        if (people[i].state == ClockPerson::State::known)
            users[people[i].person].push_back(i);
    for (const auto& [person, places] : users) {
        if (places.size() < 2)
            continue;
        for (const auto place : places)
            if (!is_chosen[place])
                people[place] = {.state = ClockPerson::State::ambiguous,
                    .person = {},
                    .candidates = {person},
                    .reason = {msgid("Two people of the file would be {1}: say who is meant"),
                        {sheet.people[place].name}}};
    }
}

} // namespace

std::vector<ClockPerson> match_clock_people(RecordStore& store, const Permission& permission,
    const ClockSheet& sheet, const std::set<Uuid>& here, const ClockChoices& choices)
{
    const People register_of_people(store, permission, here);
    std::vector<ClockPerson> people;
    std::vector<bool> is_chosen;
    for (const auto& who : sheet.people) {
        const auto chosen = choices.find(who.key());
        is_chosen.push_back(chosen != choices.end() && register_of_people.has(chosen->second));
        people.push_back(is_chosen.back()
                ? ClockPerson{.state = ClockPerson::State::known, .person = chosen->second}
                : register_of_people.find(who));
    }
    part_doubles(sheet, people, is_chosen);
    return people;
}

ClockChoices remembered_people(RecordStore& store)
{
    ClockChoices choices;
    const auto kept = store.rows().setting(people_setting);
    boost::system::error_code error;
    const auto json = boost::json::parse(kept, error);
    if (kept.empty() || error || !json.is_object())
        return choices;
    for (const auto& [key, person] : json.get_object())
        if (const auto* text = person.if_string())
            if (const auto id = Uuid::parse(std::string_view(*text)))
                choices.emplace(key, *id);
    return choices;
}

void remember_people(RecordStore& store, const ClockChoices& choices)
{
    if (choices.empty())
        return;
    auto all = remembered_people(store);
    for (const auto& [key, person] : choices)
        all[key] = person;
    boost::json::object kept;
    for (const auto& [key, person] : all)
        kept[key] = person.text();
    store.rows().set_setting(people_setting, boost::json::serialize(kept));
}

} // namespace model
