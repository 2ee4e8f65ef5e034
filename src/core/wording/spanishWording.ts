/** Spanish words of assertion and of caution. */
import { listed, type WordingLexicon } from './wordingLexicon.ts'

export const SPANISH_WORDING: WordingLexicon = {
  certain: listed(
    'sin duda|sin duda alguna|sin lugar a dudas|sin ningun genero de dudas|fuera de toda duda|mas alla de toda duda|no hay duda|no cabe duda|no hay ninguna duda|indudable*|indiscutible*|innegable*|irrefutable*|incuestionable*|inequivoc*|evidentemente|es evidente|evidente que|obviamente|es obvio|ciertamente|es cierto que|es verdad que|definitivamente|desde luego|por supuesto|efectivamente|en efecto|es un hecho|son hechos|de hecho|en realidad|es seguro|con certeza|con toda certeza|con seguridad|claramente|esta claro que|no se puede negar|nadie puede negar|contundente*',
  ),
  confirmed: listed(
    'probado|probada|probados|probadas|prueba que|prueban que|pruebas de que|prueba de que|probo que|probaron|demostrado|demostrada|demostrados|demostradas|demuestra|demuestran|demostro|demostraron|confirmado|confirmada|confirmados|confirmadas|confirma|confirman|confirmo|confirmaron|confirmacion de|comprobado|comprobada|comprobados|comprobadas|comprobo|comprobaron|verificado|verificada|verificados|verificadas|verifico|verificaron|establecido que|queda establecido|establecido|establecida|establecio que|acreditado|acreditada|acreditados|acreditadas|acredita|acreditan|documentado|documentada|documentados|documentadas|documenta|documentan|constatado|constatada|constato|constataron|corroborado|corroborada|corroboran|es sabido|se sabe que|revela que|revelan que|revelo que|es culpable|son culpables|consta que',
  ),
  unfound: listed(
    'no se encontro … indicio|no se encontraron indicios|no se encontro ninguna|no se encontro ningun|no se encontro|no se encontraron|no se hallo|no se hallaron|no se ha encontrado|no se han encontrado|no hay indicios|no hay indicio|no hay pruebas|no hay prueba|no hay evidencia|no existen pruebas|no existe prueba|no existen indicios|ningun indicio|ninguna indicacion|ninguna prueba|sin pruebas|sin fundamento|sin base|carece de fundamento|carece de base|nada indica|nada apunta|nada permite|no se sustenta|no esta respaldad*|no estan respaldad*|no cuenta con respaldo|falsamente|erroneo|erronea|incorrecto|incorrecta|no pudo verificarse|no pudo comprobarse|no pudo confirmarse|no se pudo|no ha podido|no puede verificarse|no puede comprobarse|no se ha podido|no han podido|no fue posible|no ha sido posible|imposible verificar|imposible comprobar|se desconoce|se ignora|no se sabe|no esta claro|no ha sido evaluad*|no se ha evaluado|sin evaluar|reemplazad* por|sustituid* por',
  ),
  refuted: listed(
    'es falso|es falsa|son falsos|son falsas|falso|falsa|falsos|falsas|no es cierto|no es verdad|es erroneo|es erronea|es incorrecto|infundad*|desmentido por los hechos|desmentida por los hechos|refutad*|contradicho por|contradicha por|contradicen|contradice|contrariamente a',
  ),
  alleged: listed(
    'presunto|presunta|presuntos|presuntas|presuntamente|supuesto|supuesta|supuestos|supuestas|supuestamente|segun|de acuerdo con|conforme a|al decir de|en palabras de|se alega|alega|alegan|alegado|alegada|alegaciones|alegacion|se afirma|afirma|afirman|afirmo|afirmaron|afirmacion|se dice|dice|dicen|dijo|dijeron|dicho que|cuenta que|cuentan|conto|contaron|relato|relatan|relatos|testimonio|testimonios|testigos dicen|declaro|declararon|declara|sostiene|sostienen|se informa|informa que|informan|informo|informaron|se ha informado|se reporta|reportan|reporto|denuncia|denuncian|denuncio|denunciaron|denunciado|denuncias|acusa|acusan|acusado|acusada|acusados|acusacion|sospecha|sospechas|se sospecha|sospechoso|rumor|rumores|se rumorea|habria|habrian|seria|serian|podria|podrian|puede haber|pudo haber|quizas|quiza|tal vez|posiblemente|posible|es posible|niega|niegan|nego|desmiente|desmienten|es objeto de controversia|controvertid*|disputad*|es discutid*|contradictori*|no confirmad*|sin confirmar|sin verificar|se teme|se cree|se piensa|en parte|parcialmente|la version de|por confirmar|por verificar|por comprobar|por demostrar|si se confirma|si se confirman|de confirmarse|de confirmarlo|dudos*|asegura|aseguran|aseguro',
  ),
  appears: listed(
    'parece|parecen|parecia|parecian|pareceria|al parecer|aparentemente|por lo visto|probablemente|probable|es probable|verosimil*|indica|indican|indicaria|apunta a|apuntan a|apunta|apuntan|sugiere|sugieren|indicios de|hay indicios|existen indicios|motivos razonables|motivos para creer|da a entender|todo apunta',
  ),
  governing: listed(
    'presuntamente|supuestamente|segun|de acuerdo con|conforme a|al parecer|aparentemente|por lo visto|probablemente|posiblemente|quizas|quiza|tal vez|habria|habrian|seria|serian|podria|podrian',
  ),
  negators: listed('no|ni|nunca|jamas|sin|tampoco|falta|faltan'),
  clauseNegators: listed('ningun|ninguno|ninguna|nadie|nada'),
  light: listed(
    'ha|han|habia|sido|fue|fueron|es|son|esta|estan|se|lo|la|los|las|haya|hayan|sea|aun|todavia|ser|estar|podido|pudo|puede|pueden|independientemente|oficialmente|plenamente|del|todo|de|forma|manera|independiente|que|quedo|queda|a',
  ),
  links: listed('que'),
  joints: listed('y|e|pero|aunque|mientras|sino|o|porque|quien|quienes|cuyo|cuya'),
  marks: listed('el|la|los|las|que|en|del|se|no|una|un|por|con|fue|fueron|al|es|ha|hombres|policia'),
}
