import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../core/case/model.ts';
import { type FrameworkCode, frameworkCodeSchema, frameworks } from '../../core/framework/frameworks.ts';
import { gateRefusal } from '../../core/framework/gate.ts';
import { messageOf } from '../../core/refusal-words.ts';
import { aCase, aConsent } from '../support/builders.ts';
import { at, day } from '../support/moments.ts';

const today = day('2026-06-10');
const all = frameworkCodeSchema.options;
const code = (basis: Parameters<typeof gateRefusal>[0], cases: readonly Case[]) =>
  gateRefusal(basis, cases, today)?.code ?? 'open';

const without = aCase();
const withConsent = aCase({ consents: [aConsent()] });

/** What each framework answers: [nothing said, ground, reason, consent, emergency without reason, emergency with reason]. */
const answers: Readonly<Record<FrameworkCode, readonly string[]>> = {
  'needy-support': ['ground-missing', 'open', 'ground-missing', 'ground-missing', 'reason-missing', 'open'],
  'layered-support': ['ground-missing', 'open', 'ground-missing', 'ground-missing', 'reason-missing', 'open'],
  'needy-coordination': ['consent-missing', 'consent-missing', 'consent-missing', 'open', 'reason-missing', 'open'],
  'layered-coordination': ['consent-missing', 'consent-missing', 'consent-missing', 'open', 'reason-missing', 'open'],
  'protection-coordination': ['reason-missing', 'reason-missing', 'open', 'open', 'reason-missing', 'open'],
  'case-review': ['reason-missing', 'reason-missing', 'supervisor-missing', 'open', 'reason-missing', 'open'],
};

describe.each(all)('the gate of %s', (framework) => {
  const basis = { framework, emergency: false };
  const [nothing, ground, reason, consent, emergency, reasonedEmergency] = answers[framework];

  it('without consent, ground or reason', () => {
    expect(code(basis, [without])).toBe(nothing);
  });
  it.each([1, 2] as const)('with ground %i', (number) => {
    expect(code({ ...basis, ground: number }, [without])).toBe(ground);
  });
  it('with a reason, which spaces are not', () => {
    expect(code({ ...basis, reason: '受診を断っている' }, [without])).toBe(reason);
    expect(code({ ...basis, reason: ' 　' }, [without])).toBe(nothing);
  });
  it('with consent', () => {
    expect(code(basis, [withConsent])).toBe(consent);
  });
  it('in an emergency, which needs its reason written down', () => {
    expect(code({ ...basis, emergency: true }, [without])).toBe(emergency);
    expect(code({ ...basis, emergency: true, ground: 1 }, [withConsent])).toBe(emergency);
    const danger = ['生命'];
    expect(code({ ...basis, emergency: true, danger, reason: '生命に危険がある' }, [without])).toBe(reasonedEmergency);
  });
  it('is not opened by haste: an emergency is about life, body or property', () => {
    expect(code({ ...basis, emergency: true, danger: [], reason: '急いでいる' }, [without])).toBe('danger-missing');
  });
});

describe('consent', () => {
  const basis = { framework: 'layered-coordination', emergency: false } as const;
  const gate = (consents: readonly unknown[], members: unknown = without.members) =>
    gateRefusal(basis, [aCase({ consents, members })], today);
  const open = undefined;

  it.each([
    ['given today', { on: '2026-06-10' }, true],
    ['dated tomorrow', { on: '2026-06-11' }, false],
    ['running out today', { until: '2026-06-10' }, true],
    ['that ran out yesterday', { until: '2026-06-09' }, false],
    ['withdrawn', { withdrawnAt: at('2026-06-09T10:00') }, false],
    ['of somebody else', { member: 'B' }, false],
  ])('%s holds: %s', (_what, said, holds) => {
    expect(gate([aConsent(said)]) === open).toBe(holds);
  });

  it('given again after it was withdrawn holds', () => {
    expect(gate([aConsent({ withdrawnAt: at('2026-06-09T10:00') }), aConsent({ on: '2026-06-10' })])).toBe(open);
  });

  const household = [
    { id: 'A', name: '試験花子', covered: true },
    { id: 'B', name: '試験次郎', covered: true },
    { id: 'C', name: '試験三郎', covered: false },
  ];

  it('of one member does not cover the other (welfare-office-meetings.md §10.2), nor is it asked of who is not discussed', () => {
    expect(gate([], household)).toMatchObject({ code: 'consent-missing', members: ['試験花子', '試験次郎'] });
    expect(gate([aConsent()], household)).toMatchObject({ code: 'consent-missing', members: ['試験次郎'] });
    expect(gate([aConsent(), aConsent({ member: 'B' })], household)).toBe(open);
  });

  it('is asked of everybody whom a purpose names, whatever is ticked', () => {
    const one = aCase({ members: household, consents: [aConsent(), aConsent({ member: 'B' })] });
    expect(gateRefusal(basis, [one], today, { discussed: ['A', 'C'] })).toMatchObject({ members: ['試験三郎'] });
  });

  it('must still hold on the day of the meeting', () => {
    const one = aCase({ consents: [aConsent({ until: '2026-06-14' })] });
    expect(gateRefusal(basis, [one], today, { on: day('2026-06-14') })).toBe(open);
    expect(gateRefusal(basis, [one], today, { on: day('2026-06-15') })?.code).toBe('consent-missing');
  });

  it.each([
    ['ran out', { until: '2026-06-09' }, '試験花子（同意は6月9日(火)まで）'],
    ['will have run out by the meeting', { until: '2026-06-14' }, '試験花子（同意は6月14日(日)まで）'],
    ['was taken back', { withdrawnAt: at('2026-06-09T10:00') }, '試験花子（撤回）'],
    ['ended with the household', { endedAt: at('2026-06-09T10:00') }, '試験花子（世帯から外れて終了）'],
    ['begins later', { on: '2026-06-20' }, '試験花子（同意は6月20日(土)から）'],
  ])('that %s is not told as if nobody had ever asked', (_what, said, words) => {
    const members = household.slice(0, 2);
    const refused = gateRefusal(
      basis,
      [aCase({ members, consents: [aConsent({ on: '2026-06-01', ...said })] })],
      today,
      {
        on: day('2026-06-15'),
      },
    );
    expect(refused).toMatchObject({ code: 'consent-missing', members: ['試験花子', '試験次郎'] });
    const told = refused === undefined ? '' : messageOf(refused);
    expect(told).toContain(words);
    expect(told).toContain('試験次郎（記録なし）');
    expect(told).not.toContain('まだ同意の記録がない');
  });

  it('is needed in each of two cases', () => {
    expect(gateRefusal(basis, [withConsent, aCase({ id: 'C-2' })], today)?.code).toBe('consent-missing');
  });

  it('is not there because nobody was ticked, or nobody entered', () => {
    const unticked = household.map((member) => ({ ...member, covered: false }));
    expect(gate([aConsent()], unticked)).toMatchObject({ members: ['試験次郎', '試験三郎'] });
    expect(gate([], [])).toMatchObject({ code: 'consent-missing', members: [] });
  });

  it.each([
    ['protection-coordination', open],
    ['case-review', 'supervisor-missing'],
  ] as const)(
    'that nobody was asked for opens no %s either: it needs a reason where nobody is ticked, or entered',
    (framework, withReason) => {
      const unticked = [{ id: 'A', name: '試験花子', covered: false }];
      for (const members of [unticked, []]) {
        const one = aCase({ members });
        const given = members.length === 0 ? open : withReason;
        expect(gateRefusal({ framework, emergency: false }, [one], today)?.code).toBe('reason-missing');
        expect(gateRefusal({ framework, emergency: false, reason: '会えていない' }, [one], today)?.code).toBe(given);
      }
      const asked = aCase({ members: unticked, consents: [aConsent()] });
      expect(gateRefusal({ framework, emergency: false }, [asked], today)).toBe(open);
    },
  );

  it('opens a gate that requires it only when every covered member’s holds', () => {
    const states = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('none', 'holds', 'over', 'withdrawn')), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(states, fc.constantFrom(...all), (household_, framework) => {
        const members = household_.map(([covered], index) => ({
          id: String(index),
          name: `試験${String(index)}`,
          covered,
        }));
        const consents = household_.flatMap(([, state], index) => consentIn(state, String(index)));
        const refused = gateRefusal(
          { framework, emergency: false, ground: 1, reason: '理由' },
          [aCase({ members, consents })],
          today,
        );
        const concerned = household_.some(([covered]) => covered)
          ? household_.filter(([covered]) => covered)
          : household_;
        const all_ = concerned.every(([, state]) => state === 'holds');
        const opens = { required: all_, unspecified: all_, ground: true, desired: true };
        expect(refused === open).toBe(opens[frameworks[framework].consent]);
      }),
    );
  });
});

function consentIn(state: string, member: string): readonly unknown[] {
  if (state === 'none') return [];
  if (state === 'over') return [aConsent({ member, until: '2026-06-09' })];
  return [aConsent({ member, ...(state === 'withdrawn' ? { withdrawnAt: at('2026-06-02T10:00') } : {}) })];
}
