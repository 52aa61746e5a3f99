import { Text, TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import type { NumberFieldValue } from './money';

interface Props extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  value?: NumberFieldValue;
  onChange?: (value: NumberFieldValue) => void;
  /** Shown after the number. */
  unit?: string;
}

/**
 * A field for a number. While the user types, the text stays as typed; on blur the number is formatted, or the error is
 * shown. Focus selects the text, so that typing replaces it.
 */
export function NumberField({
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
  /** The number in a text; the text itself if there is none. */
  read: (text: string) => NumberFieldValue;
  write: (value: number) => string;
  /** The error of a value; null if it is valid. */
  refusal: (value: NumberFieldValue) => string | null;
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
        // The browser would move the caret to the pointer and undo the selection.
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

export type NumberFieldProps = Props;
