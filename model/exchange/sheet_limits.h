#pragma once

#include <cstddef>
#include <cstdint>

/// How much of a sheet we take. Every limit of the readers and writers stands here, so that a file
/// made to exhaust the machine ends in a sentence, whatever door it comes through.
namespace model::sheet_limits {

constexpr std::uint64_t file_bytes = 256ULL << 20U;

/// An .xlsx is a Zip archive: what all its parts may come to, and how much larger than its packed
/// form a part may be once it is larger than `free_bytes`.
constexpr std::uint64_t inflated_bytes = 512ULL << 20U;
constexpr std::uint64_t free_bytes = 8ULL << 20U;
constexpr std::uint64_t inflation_ratio = 200;
constexpr std::size_t zip_entries = 4096;

constexpr std::uint64_t shared_string_bytes = 256ULL << 20U;
constexpr std::size_t shared_strings = 8'000'000;
constexpr std::size_t xml_depth = 100;
constexpr std::size_t xml_tag_bytes = 64U << 10U;
constexpr std::size_t xml_text_bytes = 1U << 20U;

constexpr int rows = 1'048'576;                 ///< Excel's own
constexpr std::size_t columns = 1024;           ///< Excel has 16,384, in use are a few dozen
constexpr std::size_t cell_characters = 32'767; ///< Excel's own

} // namespace model::sheet_limits
