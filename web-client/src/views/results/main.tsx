// SPDX-License-Identifier: MIT
import { render } from 'preact';
import '../../styles/tokens.css';
import '../../styles/fonts.css';
import '../../styles/base.css';
import '../../styles/parts.css';
import '../../styles/pages.css';
import '../../styles/results.css';
import '../../ui/theme';
import { isId } from '../../wire/ids';
import { ResultsPage } from './ResultsPage';

const secret = location.hash.slice(1);
render(<ResultsPage secret={isId(secret) ? secret : null} />, document.getElementById('app')!);
// Another link pasted into the same tab is another page.
addEventListener('hashchange', () => location.reload());
