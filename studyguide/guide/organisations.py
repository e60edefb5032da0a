"""Words of the names of bodies, by which these are told from persons: they are not turned round."""

_WORDS = """
academy army assembly association bank bureau bulletin church college committee
commission company confederation conference congress corporation council court department federation
front government group institute international journal league ministry movement museum
office opposition organisation organization parliament party post press programme review
school senate service society soviet times trust union university workers
akademie amt armee ausschuss bewegung bund bündnis gericht gesellschaft gewerkschaft
institut internationale kirche komitee kongress liga ministerium partei rat regierung
republik universität verband verein versammlung zeitung
académie armée assemblée banque comité compagnie confédération conseil cour fédération
gouvernement ligue ministère mouvement parti syndicat société tribunal université église
academia asamblea asociación banco comisión comité compañía confederación congreso consejo ejército federación frente gobierno iglesia
instituto internacional ministerio movimiento partido sindicato sociedad universidad
accademia assemblea banca chiesa comitato confederazione consiglio corte esercito federazione fronte
governo internazionale istituto lega ministero movimento partito sindacato società
tribunale università
assembleia associação comissão comitê companhia confederação conselho exército federação igreja sociedade universidade
beweging bond congres genootschap instituut kerk krant leger partij raad rechtbank
regering universiteit vakbond vereniging vergadering
akademia armia instytut komitet kościół ministerstwo partia rada ruch rząd sąd
towarzystwo uniwersytet zgromadzenie związek
академия армия банк движение институт интернационал комитет лига министерство общество
оппозиция партия правительство профсоюз собрание совет союз суд университет фронт
церковь
академія армія збори комітет ліга міністерство партія профспілка рада рух спілка
товариство уряд університет церква інститут
ακαδημία δικαστήριο διεθνής εκκλησία εταιρεία ινστιτούτο κίνημα κόμμα κυβέρνηση μέτωπο
πανεπιστήμιο στρατός συμβούλιο συνέλευση τράπεζα υπουργείο ένωση επιτροπή
איגוד אוניברסיטה אוניברסיטת ארגון בית בנק הסתדרות התאחדות ועד ועדה ועדת חברה חברת ממשלה
ממשלת מועצה מועצת מפלגה מפלגת משרד צבא תנועה תנועת
"""

BODIES = frozenset(_WORDS.split())
