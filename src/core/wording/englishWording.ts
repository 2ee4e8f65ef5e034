/** English words of assertion and of caution. */
import { listed, type WordingLexicon } from './wordingLexicon.ts'

export const ENGLISH_WORDING: WordingLexicon = {
  certain: listed(
    'undoubtedly|undeniabl*|unquestionabl*|indisputabl*|irrefutabl*|incontrovertibl*|incontestabl*|definitely|certainly|conclusive*|unmistakabl*|unequivocal*|clearly|obvious*|evidently|plainly|surely|indeed|in fact|in reality|it is certain|is certain|it is clear that|it is true that|the truth is|fact is|is a fact|are facts|is fact|as a matter of fact|no doubt|without doubt|without a doubt|without any doubt|beyond doubt|beyond any doubt|beyond … doubt|beyond dispute|beyond question|cannot be denied|can not be denied|can t be denied|cannot be disputed|of course|no question|not in doubt|no longer in doubt|not in dispute|absolutely|guaranteed|100 percent|hard evidence|smoking gun',
  ),
  confirmed: listed(
    'prove|proves|proved|proven|proving|proof of|proof that|proof is|proofs|confirm|confirms|confirmed|confirming|confirmation that|confirmation of|establish|establishes|established|verify|verifies|verified|verifying|corroborated|corroborates|corroborate|substantiated|substantiates|authenticated|document that|documents that|documented|documents show|demonstrates|demonstrated|demonstrate|ascertained|validated|attested|it is known|is known that|is known to|are known to|was known to|is well known|known fact|known facts|found that|found guilty|concluded that|determined that|shown to|shown that|shows that|show that|has been shown|evidence shows|is undisputed|undisputed|undisputedly|in truth|reveals that|revealed that|exposed that|is guilty|are guilty',
  ),
  unfound: listed(
    'no indication|no indications|no evidence|no sign|no signs|no trace|no proof|no basis|no support|no confirmation|no information|without evidence|lack of evidence|lacks evidence|found no … evidence|found no|nothing indicates|nothing shows|nothing points|nothing suggests|nothing supports|no source|no reliable source|not indicated|not supported|unsupported|unsubstantiated|not borne out|not known|unknown whether|not clear|unclear|unresolved|cannot be told|could not be told|not possible to|impossible to tell|impossible to verify|could not … verified|could not … confirmed|could not … established|cannot … verified|cannot … confirmed|cannot … established|cannot be determined|could not be determined|cannot be excluded|can neither be|could neither be|neither confirmed nor|not been assessed|not yet been assessed|not yet assessed|not assessed|remains open|has been replaced by|was replaced by|replaced by|superseded by|withdrawn',
  ),
  refuted: listed(
    'is false|are false|was false|were false|is entirely false|is wholly false|is completely false|is simply false|is plainly false|is also false|is therefore false|be false|false that|proved false|proven false|turned out false|untrue|not true|is wrong|are wrong|was wrong|is incorrect|unfounded|baseless|groundless|refuted|disproved|disproven|debunked|rebutted|contradicted by|contrary to|is a myth|not the case',
  ),
  alleged: listed(
    'allege|alleges|alleged|allegedly|alleging|allegation|allegations|reportedly|reported|reporting|reports of|reports that|reports say|reports speak|supposedly|supposed|purported|purportedly|purports|ostensibly|claim|claims|claimed|claiming|assert|asserts|asserted|assertion|assertions|accuse|accuses|accused|accusation|accusations|suspected|suspect|suspects|suspicion|suspicions|rumour*|rumor*|hearsay|according to|in the words of|say|says|said|told|tells|testified|testimony|testimonies|stated|states that|speak of|speaks of|spoke of|recounted|describes|described|describe|denied|denies|deny|is contested|are contested|contested|disputed|is disputed|conflicting|unconfirmed|unverified|unproven|uncorroborated|possibly|perhaps|maybe|may|might|could have|could be|possible|it is thought|thought to|believed|believed to|feared|fear that|it is feared|partly|in part|some parts|parts of|partially|so called|quoted as|doubtful|question whether',
  ),
  appears: listed(
    'appear|appears|appeared|appearing|apparent|apparently|seem|seems|seemed|seemingly|seeming|likely|probable|probably|presumably|presumed|suggest|suggests|suggested|suggesting|indicate|indicates|indicated|indications|indication|point to|points to|pointed to|point towards|points towards|consistent with|evidence points|signs that|reasonable grounds|reason to believe|grounds to believe',
  ),
  governing: listed(
    'allegedly|reportedly|supposedly|purportedly|ostensibly|apparently|seemingly|probably|presumably|possibly|perhaps|maybe|according to|might|may|rumours say',
  ),
  negators: listed(
    'not|t|never|cannot|hardly|if|whether|until|unless|pending|awaiting|remains to|remain to|yet to|without|nor|fails to|failed to',
  ),
  clauseNegators: listed('no|none|nobody|nothing|neither|nowhere'),
  light: listed(
    'be|been|being|is|are|was|were|has|have|had|so|far|yet|still|ever|to|any|a|an|by|independently|fully|officially|finally|formally|yet|conclusively|reliably|clearly|can|could|will|would|sufficiently|entirely|completely|it|itself|wholly|directly|publicly|in|way|the|us|definitely|definitively|necessarily|as|really',
  ),
  links: listed('that|to'),
  joints: listed('and|but|while|whereas|although|though|because|which|who|whose|yet|however|or'),
  marks: listed(
    'the|a|an|as|this|these|at|on|for|said|of|and|that|is|are|was|were|it|has|have|been|in|to|by|not|no|there|with|from|who|which|men|police',
  ),
}
