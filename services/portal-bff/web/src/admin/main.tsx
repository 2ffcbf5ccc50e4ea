import './features/theme/admin-styles.js';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { cssVariablesResolver } from '../shared/features/theme/theme.js';
import { areas } from './areas.js';
import { Frame } from './features/layout/components/frame.js';
import { Notices } from './features/layout/components/notices.js';
import { queries } from './features/layout/query-client.js';
import { adminTheme } from './features/theme/admin-theme.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { SignInPage } from './pages/sign-in-page.js';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={adminTheme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <Notices>
          <BrowserRouter>
            <Routes>
              <Route path="/admin/sign-in" element={<SignInPage />} />
              <Route path="/admin" element={<Frame areas={areas} />}>
                <Route index element={<Navigate to="/admin/series" replace />} />
                {areas.map(({ to, pages }) =>
                  pages.map(({ path, Page }) => <Route key={to + path} path={path} element={<Page />} />),
                )}
                <Route path="*" element={<NotFoundPage />} />
              </Route>
            </Routes>
          </BrowserRouter>
        </Notices>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
