/** French words of assertion and of caution. The conditional of hearsay ("auraient été") counts as caution. */
import { listed, type WordingLexicon } from './wordingLexicon.ts'

export const FRENCH_WORDING: WordingLexicon = {
  certain: listed(
    'sans doute possible|sans aucun doute|sans nul doute|sans le moindre doute|hors de doute|hors de tout doute|au dela de tout doute|ne fait aucun doute|ne fait pas de doute|ne fait pas … doute|nul doute|aucun doute|indubitabl*|indeniabl*|incontestabl*|irrefutabl*|indiscutabl*|assurement|certainement|evidemment|manifestement|il est evident|evident que|il est clair|il est certain|il est vrai|il est sur|c est un fact|c est un fait|est un fait|sont des faits|c est certain|c est sur|de fait|en effet|en fait|en realite|avec certitude|bel et bien|formellement|clairement|sans conteste|sans equivoque|definitivement|on ne peut nier|nul ne peut nier',
  ),
  confirmed: listed(
    'prouve|prouves|prouvee|prouvees|prouvent|prouvait|a prouve|la preuve que|la preuve de|preuve que|avere|averes|averee|averees|s avere|confirme|confirmes|confirmee|confirmees|confirment|confirmation de|etabli|etablis|etablie|etablies|etablit|etablissent|demontre|demontres|demontree|demontrees|demontrent|verifie|verifies|verifiee|verifiees|atteste|attestes|attestee|attestees|attestent|documente|documentes|documentee|documentees|constate|constates|constatee|constatees|corrobore|corrobores|corroboree|corroborees|corroborent|authentifie|authentifiee|on sait que|il est connu|est connu|notoire|il est acquis|revele que|revelent que|est coupable|sont coupables',
  ),
  unfound: listed(
    'aucun indice|aucune indication|aucun signe|aucune preuve|aucun element|aucune trace|aucun fondement|aucune confirmation|pas d indice|pas de preuve|pas d element|rien n indique|rien ne montre|rien ne permet|rien ne prouve|rien ne vient|sans preuve|sans fondement|denue de fondement|denuee de fondement|denuees de fondement|faussement|n est pas etay*|pas etay*|ne sont pas etay*|n est pas corrobor*|n est pas fond*|n a pas pu|n ont pas pu|ne peut etre verifi*|ne peut pas etre|ne peuvent etre|n a pu etre|n ont pu etre|impossible de verifier|impossible de confirmer|impossible de dire|impossible d etablir|on ignore|on ne sait|ne sait pas|n est pas clair|pas clair|inconnu|n a pas ete evalue*|pas encore evalue*|pas ete evalue*|remplace par|remplacee par|n a ete trouve|n a ete releve',
  ),
  refuted: listed(
    'est faux|est fausse|sont faux|sont fausses|faux|fausse|fausses|inexact|inexacte|inexactes|erron*|infond*|mensong*|n est pas vrai|pas vrai|n est pas le cas|refute|refutee|refutees|refutes|dementi par les faits|dementie par les faits|contredit par|contredite par|contredites par|contredit|contredisent|contrairement a',
  ),
  alleged: listed(
    'presume|presumes|presumee|presumees|suppose|supposes|supposee|supposees|pretendu|pretendus|pretendue|pretendues|pretendument|selon|d apres|aux dires de|au dire de|a en croire|de source|de l avis de|allegue|alleguee|alleguent|allegues|alleguees|allegation|allegations|affirme|affirment|affirmerait|affirmation|affirmations|dit|disent|dit on|declare|declarent|a declare|soutient|soutiennent|raconte|racontent|temoigne|temoignent|temoignage|temoignages|rapporte|rapportent|rapportes|rapportee|rapportees|il est rapporte|signale|signales|signalee|signalees|fait etat|font etat|faisant etat|accuse|accusent|accuses|accusee|accusation|accusations|soupconne|soupconnes|soupconnee|soupcon|soupcons|suspect|suspecte|suspectes|rumeur|rumeurs|le bruit court|on dit|aurait|auraient|serait|seraient|pourrait|pourraient|peut etre|possible|possiblement|eventuel*|nie|nient|dement|dementent|conteste|contestes|contestee|contestees|controvers*|dispute|contradictoire|contradictoires|non confirm*|non verifi*|non prouve*|non avere*|reste a|en partie|partiellement|craint|on croit|on pense|parait il|douteu*|pretend|pretendent|evoque|evoquent',
  ),
  appears: listed(
    'semble|semblent|semblait|semblaient|semblerait|sembleraient|apparemment|vraisemblable*|probable|probablement|sans doute|parait|paraissent|il apparait|tout porte|laisse penser|laissent penser|laissent a penser|suggere|suggerent|indique|indiquent|indices|motifs raisonnables|raisons de croire|tend a|tendent a|selon toute vraisemblance|selon toute apparence',
  ),
  governing: listed(
    'selon|d apres|aux dires de|apparemment|vraisemblablement|probablement|possiblement|peut etre|pretendument|aurait|auraient|serait|seraient|pourrait|pourraient|semble|semblent',
  ),
  negators: listed(
    'pas|jamais|sans|si|non|ni|guere|reste a|restent a|n a ete|n ont ete|n a encore ete|n est|ne sont',
  ),
  clauseNegators: listed('aucun|aucune|nul|nulle|rien'),
  light: listed(
    'a|ont|ete|est|sont|etait|etaient|encore|toujours|etre|pu|peut|peuvent|d|de|facon|maniere|independante|independamment|officiellement|entierement|pleinement|avoir|ait|soit|que|a|pas|qu|il|elle|ils|elles|formellement|l|y|cas',
  ),
  links: listed('que|qu'),
  joints: listed('et|mais|alors|tandis|bien|ou|car|dont'),
  marks: listed(
    'le|la|a|il|un|sont|les|des|du|et|est|une|un|ont|ete|par|dans|qui|que|ne|pas|au|aux|sur|hommes|police',
  ),
}
