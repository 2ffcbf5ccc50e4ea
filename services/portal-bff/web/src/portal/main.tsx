import '../shared/features/theme/styles.js';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';
import { isRefused } from '../shared/features/http/api-problem.js';
import { cssVariablesResolver, theme } from '../shared/features/theme/theme.js';
import { AuthPage } from './pages/auth-page.js';
import { EarnPage } from './pages/earn-page.js';
import { HomePage } from './pages/home-page.js';
import { Looked } from './pages/looked.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { SignInPage } from './pages/sign-in-page.js';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => !isRefused(error) && failures < 2 } },
});

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Routes>
            <Route path="/sign-in" element={<SignInPage />} />
            <Route path="/auth" element={<AuthPage />} />
            <Route element={<Looked />}>
              <Route path="/" element={<HomePage />} />
              <Route path="/earn" element={<EarnPage />} />
              <Route path="*" element={<NotFoundPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
