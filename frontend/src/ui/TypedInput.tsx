import { Text, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { Typed } from './money';

interface Props extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  value?: Typed;
  onChange?: (value: Typed) => void;
  /** What stands behind the number. */
  unit?: string;
}

/**
 * A field for a number. What is typed stays as it is typed; left, the field shows it as the reader's language writes it, or says why it
 * was not understood. A click or Tab into it selects all, so that typing replaces what was there.
 */
export function TypedInput({
  value = '',
  onChange,
  unit,
  read,
  write,
  refusal,
  error,
  onFocus,
  onBlur,
  ...rest
}: Props & {
  /** The number that a text means; the text itself where it means none. */
  read: (text: string) => Typed;
  write: (value: number) => string;
  /** Why it cannot be sent like this. */
  refusal: (value: Typed) => string | null;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const written = typeof value === 'number' ? write(value) : value;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={typed !== null && Object.is(read(typed), value) ? typed : written}
      error={error || (typed === null ? refusal(value) : null)}
      rightSection={
        unit ? (
          <Text size="sm" c="dimmed">
            {unit}
          </Text>
        ) : null
      }
      rightSectionWidth={unit ? 24 + 8 * unit.length : undefined}
      rightSectionPointerEvents="none"
      onMouseDown={(event) => {
        const field = event.currentTarget;
        if (event.button !== 0 || document.activeElement === field) return;
        // Where the pointer is, the browser would put the caret, after all was selected.
        event.preventDefault();
        field.focus();
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange?.(read(text));
      }}
    />
  );
}

export type TypedInputProps = Props;
