// SPDX-License-Identifier: MIT
// How the program ends, for scripts and systemd. The numbers are those of sysexits.h where it has one. After 70 and 75 it is to
// be started again; after any other number but 0 that would end the same way.
#pragma once

namespace durf::app::exit_code {

inline constexpr int ok = 0;
inline constexpr int failed = 1;       ///< the data is damaged, or written by a newer version
inline constexpr int usage = 64;       ///< a wrong option
inline constexpr int unavailable = 69; ///< the address or the data directory is in use
inline constexpr int bug = 70;         ///< something impossible happened that no session owns: start again, the log is whole
inline constexpr int disk_fault = 75;  ///< a sync failed: start again, the disk alone knows the truth
inline constexpr int config = 78;      ///< a wrong configuration

}  // namespace durf::app::exit_code
