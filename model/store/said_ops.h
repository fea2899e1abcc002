#pragma once

#include <string_view>

namespace model {

/// Of a row of `op`, in SQL: whether it says anything. One whose edits were all taken back does
/// not.
constexpr std::string_view op_says_something = "(op.type NOT IN ('set', 'end') OR op.extra IS NOT "
                                               "NULL OR EXISTS (SELECT 1 FROM op_field WHERE "
                                               "op_field.seq = op.seq))";

} // namespace model
