// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/pages.css';
import '../../ui/theme';
import { Help } from './Help';

render(<Help />, document.getElementById('app')!);
