// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/life.css';
import '../../styles/home.css';
import '../../ui/theme';
import { Home } from './Home';

render(<Home />, document.getElementById('app')!);
