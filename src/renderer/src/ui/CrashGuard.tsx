import { Component, type ReactNode } from 'react';
import { i18n } from '../i18n';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

interface State {
  readonly crashed: boolean;
}

/** A bug in a screen must not leave a blank window at a reception desk. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { crashed: false };

  static getDerivedStateFromError(): State {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="flex h-full">
        <EmptyState icon="warn" title={i18n.t('error.crashed')} text={i18n.t('error.crashedText')}>
          <Button tone="primary" size="touch" onPress={() => location.reload()}>
            {i18n.t('error.restart')}
          </Button>
        </EmptyState>
      </div>
    );
  }
}
