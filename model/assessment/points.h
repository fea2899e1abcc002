#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace model {

struct WeightedPoints;

/// Points of an assessment, exact to 10^-8: points of a method have two places, and so has a ratio;
/// what a link gives is rounded to four, and a weight of hundredths of a percent adds four more.
/// Nothing else is ever rounded but by rounded() and mean(). What does not fit 64 bits throws
/// Error.
class Points {
public:
    static constexpr int stated_places = 2; ///< of what methods, entries and ballots state
    static constexpr int inner_places = 4;  ///< of what links and means give

    constexpr Points() = default;

    static Points of(std::int64_t whole);

    /// Reads "-12.5"; more than two places, signs of other kinds and blanks are no points.
    static std::optional<Points> parse(std::string_view text);

    Points operator+(Points other) const;
    Points operator-(Points other) const;
    Points operator-() const { return Points() - *this; }
    Points& operator+=(Points other) { return *this = *this + other; }
    Points operator*(std::int64_t times) const;
    auto operator<=>(const Points&) const = default;

    /// The part of a weight in hundredths of a percent: exact where this has no more than four
    /// places.
    Points weighted(std::int64_t hundredths_of_percent) const;

    /// These points times a ratio, both with no more than four places, rounded to four.
    Points linked(Points ratio) const;

    /// To so many places (at most four), halves away from zero, as published scores are.
    Points rounded(int places) const;

    /// In hundredths, what is below them cut off.
    std::int64_t hundredths() const;

    /// "97.5": as many places as there are, none where it is whole.
    std::string text() const;

    /// "97.50": rounded to so many places.
    std::string text(int places) const;

private:
    friend Points mean(std::span<const WeightedPoints> values, int places);

    static constexpr int scale = 8;

    std::int64_t units_ = 0;
};

struct WeightedPoints {
    Points points;
    std::int64_t weight = 1;
};

/// The mean by weights, rounded once, halves away from zero, to so many places (at most four). The
/// values count with four places; the weights are above zero together.
Points mean(std::span<const WeightedPoints> values, int places);

} // namespace model
