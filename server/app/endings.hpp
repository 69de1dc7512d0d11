// SPDX-License-Identifier: MIT
// Two ways in which the program ends in the middle of everything, because going on could only make it worse. What was promised
// to anybody is on disk; a restart goes on from there.
#pragma once

#include <string_view>

namespace durf::app {

/// After a failed sync the page cache no longer tells the truth, so nothing may be tidied up from it: the next start reads the
/// disk. Ends with `exit_code::disk_fault`. Called on the log's thread.
[[noreturn]] void end_for_disk_fault(std::string_view what);

/// Something that no session owns is half done, and still reachable by all others. Ends with `exit_code::bug`. Any thread.
[[noreturn]] void end_for_bug(std::string_view what);

}  // namespace durf::app
