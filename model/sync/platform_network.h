#pragma once

namespace model::detail {

/// Makes this machine's network ready; to be called before anything else of it, as often as wanted.
/// From then on a connection that breaks while something is sent is an error of that call and not
/// the end of the program.
void prepare_network();

} // namespace model::detail
