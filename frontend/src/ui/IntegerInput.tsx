import { NumberField, type NumberFieldProps } from './NumberField';
import { type Range, useNumbers } from './useNumbers';

/** A field for a whole number in a range. */
export function IntegerInput({ range, ...rest }: NumberFieldProps & { range: Range }) {
  const { whole, integerError } = useNumbers();
  return (
    <NumberField
      inputMode="numeric"
      read={(text) => whole(text) ?? text.trimStart()}
      write={String}
      refusal={(value) => integerError(value, range)}
      {...rest}
    />
  );
}
