#pragma once

#include "model/store/rows.h"

#include <boost/test/unit_test.hpp>

#include <ostream>

// How a failed BOOST_TEST shows our types.

namespace model {

inline std::ostream& boost_test_print_type(std::ostream& out, const Uuid& id)
{
    return out << id.text();
}

inline std::ostream& boost_test_print_type(std::ostream& out, const Version& version)
{
    return out << version.text();
}

inline std::ostream& boost_test_print_type(std::ostream& out, const Record& record)
{
    out << record.def->name << ' ' << record.id.text() << " {";
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (!is_empty(record.values[i]))
            out << record.def->fields[i].name << '=' << to_text(record.values[i]) << ' ';
    return out << '}';
}

} // namespace model

// Value is a variant of standard types, so only its namespace can be std.
namespace std {

inline ostream& boost_test_print_type(ostream& out, const model::Value& value)
{
    return out << '"' << model::to_text(value) << '"';
}

} // namespace std
