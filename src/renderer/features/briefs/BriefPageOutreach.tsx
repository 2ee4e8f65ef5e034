/** What a brief asks for, and where people can get help: only contacts that organisations publish themselves. */
import type { BriefContent } from '../../../core/redaction/briefData.ts'
import { contactsInOrder, contactWarnings } from '../../../shared/briefWords/contactWarnings.ts'
import { localIdList } from '../../../shared/briefWords/localIds.ts'
import { visibleText } from '../../visibleText.ts'
import { dateInWords } from './briefDates.ts'
import { briefLabel } from './briefVocabulary.ts'
import type { BriefWords } from './briefWords.ts'
import { isolatedIds } from './isolatedIds.ts'
import { RowId } from './RowId.tsx'

export interface BriefPageOutreachProps {
  readonly data: BriefContent
  readonly words: BriefWords
}

export function BriefPageOutreach({ data, words }: BriefPageOutreachProps) {
  const { say, language } = words
  const organisationNames = new Map(data.organisations.map(({ id, name }) => [id, name]))
  return (
    <>
      {data.actions.length === 0 ? null : (
        <section>
          <h4>{say('heading.asks')}</h4>
          <ul>
            {data.actions.map(({ id, what, addressedTo, askedFor, status, when, about }) => (
              <li key={id} className="page__claim">
                <p>
                  <RowId id={id} /> {briefLabel('action', what, language)}
                </p>
                {askedFor === null ? null : (
                  <p dir="auto">{say('asks.text', { text: visibleText(askedFor) })}</p>
                )}
                <p className="page__grade">
                  {[
                    say('asks.to', { who: visibleText(addressedTo) }),
                    ...(when === null ? [] : [say('asks.when', { date: dateInWords(when, words) })]),
                    ...(status === null
                      ? []
                      : [say('asks.status', { status: briefLabel('actionStatus', status, language) })]),
                    ...(about.length === 0
                      ? []
                      : [isolatedIds(say('asks.about', { list: localIdList(about, say) }), words.direction)]),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data.contacts.length === 0 ? null : (
        <section>
          <h4>{say('heading.help')}</h4>
          <p className="page__lead">
            {say('help.onlyPublic')} {say('help.intercepted')}
          </p>
          <ul>
            {contactsInOrder(data.contacts).map((contact) => (
              <li key={contact.id} className="page__claim">
                <p dir="auto">
                  <RowId id={contact.id} />{' '}
                  {visibleText(`${organisationNames.get(contact.organisation) ?? ''}: ${contact.offers}`)}
                </p>
                <p dir="auto">
                  {[contact.phone, contact.site, contact.email]
                    .filter((way) => way !== null)
                    .map(visibleText)
                    .join(' · ')}
                </p>
                <p className="page__grade">
                  {[
                    say('help.checkedOn', { date: dateInWords(contact.checkedOn, words) }),
                    ...contactWarnings(contact, say).map(visibleText),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
