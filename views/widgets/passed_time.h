#pragma once

#include "model/base/clock.h"

#include <functional>

namespace views {

/// How much time has gone by since a moment. A computer that slept meanwhile counts its sleep,
/// which the steady clock alone does not tell; a clock that is set back takes nothing away.
class PassedTime {
public:
    using Now = std::function<model::Instant()>; ///< milliseconds

    /// Begins now.
    PassedTime(Now steady, Now wall);

    /// By this computer's steady clock and that one.
    explicit PassedTime(Now wall);

    void begin();

    /// Milliseconds.
    model::Instant passed() const;

private:
    Now steady_;
    Now wall_;
    model::Instant steady_begun_ = 0;
    model::Instant wall_begun_ = 0;
};

} // namespace views
