// SPDX-License-Identifier: MIT
// On or off, with what that means beside it. The whole row can be tapped.

interface SwitchProps {
  on: boolean;
  label: string;
  hint: string;
  onToggle: () => void;
}

export function Switch({ on, label, hint, onToggle }: SwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={onToggle}>
      <span class="switch-words"><b>{label}</b><span class="small quiet">{hint}</span></span>
      <span class="switch-track" aria-hidden="true"><span /></span>
    </button>
  );
}
