// SPDX-License-Identifier: MIT
// The only place where Asio's own code is compiled (BOOST_ASIO_SEPARATE_COMPILATION): it costs half a minute.
#include <boost/asio/impl/src.hpp>
