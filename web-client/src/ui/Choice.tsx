// SPDX-License-Identifier: MIT
// A small row of mutually exclusive choices: native radio buttons under the labels, so keys and screen readers just work.
import { useMemo } from '../hooks';
import { makeId } from '../wire/ids';

interface ChoiceProps<Value extends string> {
  legend: string;
  legendHidden?: boolean;
  value: Value;
  options: readonly { value: Value; label: string; lang?: string }[];
  onChoose: (value: Value) => void;
}

export function Choice<Value extends string>({ legend, legendHidden = false, value, options, onChoose }: ChoiceProps<Value>) {
  const name = useMemo(makeId, []);
  return (
    <fieldset class="choice">
      <legend class={legendHidden ? 'hidden-visually' : 'label'}>{legend}</legend>
      <div class="choice-row">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
