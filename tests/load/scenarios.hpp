// SPDX-License-Identifier: MIT
// One function per scenario; each tells its report what it found. False when it did not come to its end.
#pragma once

#include "load/trial.hpp"

namespace durf::load {

bool evening(Trial& trial);
bool votes(Trial& trial);
bool asks(Trial& trial);
bool sleep(Trial& trial);
bool storm(Trial& trial);
bool idle(Trial& trial);
bool stalled(Trial& trial);
bool hostile(Trial& trial);

}  // namespace durf::load
