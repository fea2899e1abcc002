#include "model/rules/item_rules.h"

#include <array>

namespace model {

namespace {

std::optional<Finding> code_stands_once(const TypeCode& code, const Context& context)
{
    return double_finding(to_record(code), "code", {}, context,
        {msgid("This code is in the table already: change that line")});
}

/// By our own list it means that without the table.
std::optional<Finding> code_says_something_new(const TypeCode& code, const Context&)
{
    const auto type = to_text(to_record(code)["type"]);
    return finding_if(!type.empty() && type == code.code, Level::remind, "code",
        {msgid("By the national list the code means this anyway: the line can be deleted")});
}

constexpr std::array rules{
    Rule<TypeCode>{"I30", code_stands_once},
    Rule<TypeCode>{"I31", code_says_something_new},
};

} // namespace

Findings check_rules(const TypeCode& code, const Context& context)
{
    return apply(rules, code, context);
}

} // namespace model
