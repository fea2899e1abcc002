#pragma once

#include "model/entities/place.h"
#include "model/entities/window.h"

namespace model {

// What the forms of places and windows ask besides their names: addresses, areas, hours, zones,
// signs, floors and devices. `number` counts those of a kind from 0: one township has no sign yet,
// another no waiting area, some villages wait for their signs, and one window is being adjusted.
void furnish_hall(Place& hall, Date today);
void furnish_centre(Place& centre, std::size_t number, Date today);
void furnish_station(Place& station, std::size_t number, Date today);
void furnish_window(Window& window, std::size_t number);

} // namespace model
