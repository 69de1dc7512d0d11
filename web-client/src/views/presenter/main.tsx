// SPDX-License-Identifier: MIT
import { render } from 'preact';

render(<p>Durf</p>, document.getElementById('app')!);
