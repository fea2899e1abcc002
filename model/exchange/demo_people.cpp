#include "model/exchange/demo_people.h"

#include "model/base/codes.h"

#include <cstdio>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace model {

namespace {

// Besides the common ones: surnames that are read otherwise than the same character elsewhere, and
// surnames of two characters.
constexpr std::string_view surnames[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "胡",
    "曾", "文", "符", "龚", "薛", "莫", "詹", "熊", "夏", "罗", "高", "郭", "丁", "贾", "汤", "卜",
    "单", "解", "仇", "查", "盖", "任", "区", "乐", "尉迟", "欧阳", "司马", "上官", "夏侯", "令狐"};

constexpr std::string_view first_characters[] = {
    "建", "国", "志", "文", "永", "晓", "新", "立", "春", "明", "子", "思", "嘉", "雨", "佳", "海"};

constexpr std::string_view male_characters[] = {
    "军", "强", "伟", "勇", "斌", "辉", "波", "涛", "鹏", "杰", "刚", "毅", "峰", "松", "铮", "堃"};

constexpr std::string_view female_characters[] = {
    "芳", "娟", "敏", "静", "丽", "玲", "燕", "霞", "婷", "慧", "洁", "琳", "颖", "瑶", "婕", "翊"};

constexpr std::string_view ethnicities[] = {
    "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "回族", "土家族", "苗族"};

constexpr Education educations[] = {Education::college, Education::college, Education::bachelor,
    Education::bachelor, Education::bachelor, Education::master};

constexpr PoliticalStatus political_statuses[] = {PoliticalStatus::none, PoliticalStatus::none,
    PoliticalStatus::party_member, PoliticalStatus::party_member, PoliticalStatus::probationary};

constexpr std::string_view area = "990922";

template <class T, std::size_t size>
const T& one_of(SeededRandom& random, const T (&choices)[size])
{
    return choices[random.below(size)];
}

std::string name_of(SeededRandom& random, bool male)
{
    std::string name(one_of(random, surnames));
    if (random.below(4) != 0)
        name += one_of(random, first_characters);
    return name.append(male ? one_of(random, male_characters) : one_of(random, female_characters));
}

Date birth_of(SeededRandom& random)
{
    using namespace std::chrono;
    constexpr sys_days first = 1970y / January / 1;
    constexpr sys_days end = 2003y / January / 1;
    return first + days(random.below(static_cast<std::uint32_t>((end - first).count())));
}

std::string digits(std::uint32_t number, int width)
{
    char text[16];
    std::snprintf(text, sizeof text, "%0*u", width, number);
    return text;
}

std::string id_number_of(SeededRandom& random, Date birth, bool male)
{
    const auto day = static_cast<std::uint32_t>(static_cast<int>(birth.year())) * 10000
        + static_cast<unsigned>(birth.month()) * 100 + static_cast<unsigned>(birth.day());
    const auto serial = random.below(500) * 2 + (male ? 1 : 0);
    const auto first17 = std::string(area) + digits(day, 8) + digits(serial, 3);
    return first17 + id_check_digit(first17);
}

} // namespace

DemoPerson demo_person(SeededRandom& random)
{
    DemoPerson person;
    const bool male = random.below(2) == 0;
    person.sex = male ? Sex::male : Sex::female;
    person.name = name_of(random, male);
    person.birth = birth_of(random);
    person.id_number = id_number_of(random, person.birth, male);
    person.phone = "100" + digits(random.below(100'000'000), 8);
    person.ethnicity = one_of(random, ethnicities);
    person.education = one_of(random, educations);
    person.political_status = one_of(random, political_statuses);
    return person;
}

Person record_of(const DemoPerson& demo)
{
    Person person;
    person.name = demo.name;
    person.sex = demo.sex;
    person.id_number = demo.id_number;
    person.birth = demo.birth;
    person.working_since = demo.birth.year() / std::chrono::August / 1 + std::chrono::years{23};
    person.phone = demo.phone;
    person.ethnicity = demo.ethnicity;
    person.education = demo.education;
    person.political_status = demo.political_status;
    return person;
}

std::vector<DemoPerson> demo_people(std::uint64_t seed, std::size_t count)
{
    SeededRandom random(seed);
    std::unordered_set<std::string> taken; // ID numbers and phones differ in length
    std::vector<DemoPerson> people;
    people.reserve(count);
    while (people.size() < count) {
        auto person = demo_person(random);
        if (taken.contains(person.id_number) || taken.contains(person.phone))
            continue;
        taken.insert(person.id_number);
        taken.insert(person.phone);
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace model
