import { createFileRoute } from '@tanstack/react-router';
import { ExchangeRatesPage } from '@/features/reference/ExchangeRatesPage';

export const Route = createFileRoute('/_app/settings/exchange-rates')({ component: ExchangeRatesPage });
