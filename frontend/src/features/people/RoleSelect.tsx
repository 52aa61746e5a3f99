import { Select, type SelectProps, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/api/gen';

/** Chooses a role, with what its users may do. */
export function RoleSelect({
  roles,
  ...field
}: { roles: readonly Role[] } & Omit<SelectProps<Role>, 'data' | 'label' | 'renderOption'>) {
  const { t } = useTranslation();
  const role = roles.find((one) => one === field.value);
  return (
    <Select<Role>
      label={t('partner.role')}
      allowDeselect={false}
      data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {t(`roleMay.${option.value}`)}
          </Text>
        </div>
      )}
      {...field}
      description={
        <>
          {role ? t(`roleMay.${role}`) : null}
          {field.description ? <> {field.description}</> : null}
        </>
      }
    />
  );
}
