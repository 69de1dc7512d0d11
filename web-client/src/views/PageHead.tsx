// SPDX-License-Identifier: MIT
// The head of a page to read, with the way back: most readers come from a session, whose address only their history knows.
import { common } from '../i18n/common';
import { Hat } from '../ui/Hat';
import { Icon } from '../ui/Icon';

export function PageHead({ headline, lead }: { headline: string; lead: string }) {
  return (
    <header class="page-head">
      <div class="page-way">
        <a href="/" class="page-mark" aria-label="Durf"><Hat size={64} /></a>
        {history.length > 1 && (
          <button type="button" class="button" onClick={() => history.back()}><Icon name="back" />{common.value.back}</button>
        )}
      </div>
      <h1>{headline}</h1>
      <p class="page-lead">{lead}</p>
    </header>
  );
}
