import type { Catalogue } from './catalogue.ts';

/** Arabic, as the United Nations writes it. */
export const ar: Catalogue = {
  // Why somebody has a category: see domain/eligibility/convention.ts and domain/eligibility/category.ts
  'reason.party-in-force': '{state}: طرف في الاتفاقية منذ {deposited}.',
  'reason.party-before-entry-into-force':
    '{state}: في عداد الأطراف، إذ أُودع الصك في {deposited}؛ وتدخل الاتفاقية حيز النفاذ بالنسبة إلى هذا الطرف في {inForceFrom}.',
  'reason.party-date-unconfirmed':
    '{state}: في عداد الأطراف، إذ أُودع الصك بين {from} و{to}، في يوم لم يتأكد تحديده.',
  'reason.not-party-yet':
    '{state}: غير طرف في الاتفاقية بتاريخ {date}؛ وتاريخ إيداع الصك هو {deposited}.',
  'reason.not-party-yet-date-unconfirmed':
    '{state}: غير طرف في الاتفاقية بتاريخ {date}؛ ويقع تاريخ إيداع الصك بين {from} و{to}.',
  'reason.never-party': '{state}: غير طرف في الاتفاقية بتاريخ {date}.',
  'reason.never-party.as-of':
    '{state}: غير طرف في الاتفاقية بتاريخ {date}، وفقاً لقائمة الأطراف المؤرخة {asOf}.',
  'reason.associate-member': '{state}: عضو منتسب إلى اليونسكو وغير طرف في الاتفاقية.',
  'reason.associate-member.as-of':
    '{state}: عضو منتسب إلى اليونسكو وغير طرف في الاتفاقية، وفقاً لقائمة الأطراف المؤرخة {asOf}.',
  'reason.unknown-state': 'لا توجد دولة رمزها {state}.',
  'reason.organisation-kind.igo': 'المشاركة باسم منظمة دولية حكومية.',
  'reason.organisation-kind.ngo': 'المشاركة باسم منظمة غير حكومية.',
  'reason.organisation-kind.media': 'المشاركة باسم وسائل الإعلام.',
  'reason.organisation-kind.host': 'المشاركة باسم الجهة المضيفة للاجتماع.',
  'reason.organisation-kind.secretariat': 'المشاركة ضمن الأمانة.',
  'reason.individual': 'المشاركة بدعوة شخصية، لا باسم دولة أو منظمة.',

  // The footing on which somebody attends: one person, and a group of them on a list
  'category.party': 'طرف',
  'category.party.heading': 'الأطراف',
  'category.observer-state': 'دولة مراقبة',
  'category.observer-state.heading': 'الدول المراقبة',
  'category.associate-member': 'عضو منتسب إلى اليونسكو',
  'category.associate-member.heading': 'الأعضاء المنتسبون إلى اليونسكو',
  'category.igo': 'منظمة دولية حكومية',
  'category.igo.heading': 'المنظمات الدولية الحكومية',
  'category.ngo': 'منظمة غير حكومية',
  'category.ngo.heading': 'المنظمات غير الحكومية',
  'category.guest': 'ضيف',
  'category.guest.heading': 'الضيوف والخبراء المرجعيون',
  'category.media': 'وسائل الإعلام',
  'category.media.heading': 'وسائل الإعلام',
  'category.host': 'جهة مضيفة',
  'category.host.heading': 'الجهات المضيفة والجهات المشاركة في التنظيم',
  'category.secretariat': 'الأمانة',
  'category.secretariat.heading': 'الأمانة',

  // The part somebody plays in a delegation
  'role.head': 'رئيس الوفد',
  'role.alternate': 'مندوب مناوب',
  'role.delegate': 'مندوب',
  'role.focal-point': 'جهة الاتصال',
  'role.adviser': 'مستشار',
  'role.representative': 'ممثل',
  'role.observer': 'مراقب',
  'role.resource-person': 'خبير مرجعي',
  'role.staff': 'موظف',

  // The list of participants that organisers receive: columns and cells of the file
  'list.column.reference': 'الرقم المرجعي',
  'list.column.category': 'الفئة',
  'list.column.delegation': 'الوفد',
  'list.column.role': 'الدور',
  'list.column.title': 'لقب المخاطبة',
  'list.column.given-name': 'الاسم الأول',
  'list.column.family-name': 'اسم العائلة',
  'list.column.position': 'المنصب',
  'list.column.institution': 'جهة العمل',
  'list.column.email': 'البريد الإلكتروني',
  'list.column.delivery': 'تسليم البريد الإلكتروني',
  'list.column.phone': 'الهاتف',
  'list.column.language': 'اللغة',
  'list.column.visa-letter': 'رسالة التأشيرة',
  'list.column.list-consent': 'الإدراج في القوائم',
  'list.column.registered-at': 'تاريخ التسجيل',
  'list.name-not-published': 'الاسم غير منشور',
  'list.delivery.delivered': 'سُلّمت الرسالة',
  'list.delivery.returned': 'أُعيدت الرسالة؛ أُوقفت مراسلة هذا العنوان',
  'list.delivery.refused': 'لم يقبل صندوق البريد الرسالة',
  'list.delivery.complained': 'أُبلغ عنها بوصفها بريداً غير مرغوب فيه؛ أُوقفت مراسلة هذا العنوان',
  'list.delivery.rejected': 'لم تُرسل الرسالة',
  'list.yes': 'نعم',
  'list.no': 'لا',
  'list.consent.public': 'في القائمة المنشورة',
  'list.consent.participants': 'في القائمة الموزعة على المشاركين',
  'list.consent.none': 'دون إدراج',

  // Every page
  'page.skip': 'الانتقال إلى المحتوى الرئيسي',
  'page.tagline': 'التسجيل في الاجتماعات الدولية الحكومية',
  'page.languages': 'اللغات',
  'page.footer': 'خدمة التسجيل مقدمة من Plenary. بلا حساب ولا تتبع ولا ملفات تعريف ارتباط.',
  'page.error-prefix': 'خطأ:',
  'page.all-meetings': 'جميع الاجتماعات المفتوحة للتسجيل',

  // The front page and the page of a meeting
  'home.title': 'الاجتماعات المفتوحة للتسجيل',
  'home.none': 'لا يوجد حالياً أي اجتماع مفتوح للتسجيل.',
  'meeting.when': 'التاريخ',
  'meeting.sittings': 'الجلسات',
  'meeting.where': 'المكان',
  'meeting.registration': 'التسجيل',
  'meeting.registration.open': 'مفتوح حتى {closesOn}',
  'meeting.registration.not-yet': 'يُفتح في {opensOn}',
  'meeting.registration.closed': 'مغلق منذ {closesOn}',
  'meeting.cancelled': 'أُلغي هذا الاجتماع',
  'meeting.cancelled.lead': 'ألغت الجهة المنظمة هذا الاجتماع. السبب المذكور: {reason}',
  'meeting.convention': 'الاتفاقية',
  'meeting.admits': 'الفئات التي يحق لها التسجيل',
  'meeting.admits.validated':
    '{category} (بعد الاعتماد من جهة الاتصال المعنية أو من الجهة المنظمة)',
  'meeting.admits.invited': '{category} (برمز دعوة)',
  'meeting.contact': 'الاستفسارات',
  'meeting.register': 'التسجيل',

  // The form
  'form.title': 'التسجيل',
  'form.errors': 'بعض الإجابات تحتاج إلى مراجعة',
  'form.optional': '(اختياري)',
  'form.choose': 'يُرجى الاختيار',
  'form.continue': 'متابعة',
  'form.submit': 'تسجيل',
  'form.closed':
    'لم تُحفظ أي بيانات. ولا يزال ما كتبتموه ظاهراً هنا: يُرجى نسخه في رسالة إلى {contact} إذا كنتم لا تزالون بحاجة إلى المشاركة.',
  'form.validated': 'يتأكد تسجيلكم بعد أن تعتمده جهة الاتصال المعنية بوفدكم أو الجهة المنظمة.',
  'form.delegation-as': '{name}: {category}',
  'form.change': 'تعديل',
  'form.no-account': 'لا حاجة إلى حساب. ويستغرق التسجيل نحو ثلاث دقائق.',
  'form.represented': 'ما الجهة التي تمثلونها؟',
  'form.represented.state': 'دولة أو الاتحاد الأوروبي',
  'form.represented.organisation': 'منظمة',
  'form.represented.individual': 'أشارك بصفتي الشخصية، ضيفاً مدعواً أو خبيراً مرجعياً',
  'form.attending-as': 'صفة مشاركتكم',
  'form.about-you': 'معلومات عنكم',
  'form.contact': 'كيف نتصل بكم',
  'form.needs': 'احتياجاتكم',
  'form.code-hint': 'يرد الرمز في كتاب الدعوة أو رسالة الدعوة، ويكون على غرار 7F3K-2Q9X-M4TZ.',
  'form.privacy': 'بياناتكم',
  'form.privacy.version': 'إشعار الخصوصية، النسخة ⁦{version}⁩',
  'form.name-hint':
    'كما ينبغي أن يظهر في قائمة المشاركين، بأي كتابة كانت. وعند استخدام الحروف اللاتينية، يُرجى عدم كتابة الاسم كله بالحروف الكبيرة.',
  'form.email-hint': 'يُرسل إليه التأكيد، ومعه رابط خاص بهذا التسجيل.',
  'form.phone-hint': 'مع رمز البلد، مثل ⁦+66 2 391 0577⁩.',
  'form.title-hint': 'مثل: السيدة أو السيد أو الدكتور أو سعادة السيدة.',
  'form.position-hint': 'مثل: مدير السياسات الثقافية.',
  'form.institution-hint': 'الوزارة أو المؤسسة أو المكتب.',
  'form.needs-hint':
    'لا يطلع على هذه المعلومات إلا القائمون على ترتيب الاجتماع، ولا تُدرج أبداً في أي قائمة تُرسل بالبريد الإلكتروني.',
  'form.visa': 'أحتاج إلى رسالة لدعم طلب التأشيرة',
  'form.consent': 'أين يجوز إدراج اسمكم ومنصبكم وجهة عملكم؟',
  'form.consent.public': 'في قائمة المشاركين المنشورة',
  'form.consent.participants': 'في القائمة الموزعة على المشاركين فقط',
  'form.consent.none': 'لا تُدرج في أي قائمة: تطلع عليها الجهة المنظمة وحدها',
  'form.accept-privacy': 'قرأت إشعار الخصوصية وأوافق على استخدام بياناتي على النحو المبين فيه',
  'form.bot-check.busy': 'لحظة من فضلكم: يُرسل تسجيلكم خلال بضع ثوانٍ.',
  'form.only-if': 'فقط إذا كانت إجابتكم عن «{question}» هي «{answer}».',
  'form.questions': 'أسئلة خاصة بهذا الاجتماع',
  'form.sensitive':
    'لا يطلع على هذه المعلومات إلا المكلفون بمتابعتها، ولا ترد في أي قائمة، وتُحذف بعد الاجتماع بوقت قصير.',

  // Ready-made questions: a heading for each set, the questions, what helps to answer them, the options
  'question-set.arrival': 'وصولكم',
  'question-set.departure': 'مغادرتكم',
  'question-set.hotel': 'إقامتكم في الفندق',
  'question-set.dietary': 'طعامكم',
  'question-set.accessibility': 'تيسير مشاركتكم',
  'question-set.visa-letter': 'تأشيرتكم',
  'question-set.passport': 'جواز سفركم',
  'question.arrivalBy': 'كيف تصلون إلى مكان الاجتماع؟',
  'question.arrivalBy.air': 'جواً',
  'question.arrivalBy.rail': 'بالقطار',
  'question.arrivalBy.road': 'براً',
  'question.arrivalBy.local': 'أقيم هناك',
  'question.arrivalDate': 'يوم الوصول',
  'question.arrivalTime': 'وقت الوصول',
  'question.arrivalTime.help': 'بالتوقيت المحلي، مثل 14:30.',
  'question.arrivalFlight': 'رحلة الوصول الجوية',
  'question.arrivalFlight.help': 'شركة الطيران ورقم الرحلة، مثل TG 584.',
  'question.departureBy': 'كيف تغادرون؟',
  'question.departureBy.air': 'جواً',
  'question.departureBy.rail': 'بالقطار',
  'question.departureBy.road': 'براً',
  'question.departureBy.local': 'أقيم هناك',
  'question.departureDate': 'يوم المغادرة',
  'question.departureTime': 'وقت المغادرة',
  'question.departureTime.help': 'بالتوقيت المحلي، مثل 14:30.',
  'question.departureFlight': 'رحلة المغادرة الجوية',
  'question.departureFlight.help': 'شركة الطيران ورقم الرحلة، مثل TG 584.',
  'question.hotelNeeded': 'هل ترغبون في أن نحجز لكم غرفة؟',
  'question.hotelCheckIn': 'الليلة الأولى',
  'question.hotelCheckOut': 'يوم مغادرة الفندق',
  'question.hotelRoom': 'نوع الغرفة',
  'question.hotelRoom.single': 'لشخص واحد',
  'question.hotelRoom.double': 'لشخصين، بسرير واحد',
  'question.hotelRoom.twin': 'لشخصين، بسريرين',
  'question.hotelNote': 'معلومات أخرى ينبغي إبلاغ الفندق بها',
  'question.diet': 'ما الذي تتناولونه من الطعام أو تمتنعون عنه؟',
  'question.diet.vegetarian': 'طعام نباتي',
  'question.diet.vegan': 'طعام نباتي صرف',
  'question.diet.halal': 'طعام حلال',
  'question.diet.kosher': 'طعام كوشير',
  'question.diet.no-gluten': 'بدون غلوتين',
  'question.diet.no-lactose': 'بدون لاكتوز',
  'question.diet.other': 'حساسية غذائية أو غير ذلك',
  'question.dietDetails': 'ما الذي ينبغي أن يعرفه القائمون على الطعام؟',
  'question.access': 'ما الذي تحتاجون إليه لتيسير مشاركتكم؟',
  'question.access.step-free': 'ممر خالٍ من الدرج',
  'question.access.wheelchair-space': 'حيز لكرسي متحرك',
  'question.access.hearing-loop': 'نظام الحلقة السمعية',
  'question.access.sign-language': 'ترجمة شفوية إلى إحدى لغات الإشارة',
  'question.access.large-print': 'وثائق مطبوعة بحروف كبيرة',
  'question.access.assistant': 'مقعد لمرافق مساعد',
  'question.access.other': 'غير ذلك',
  'question.accessDetails': 'ما الذي تحتاجون إليه؟',
  'question.visaNeeded': 'هل تحتاجون إلى رسالة لدعم طلب التأشيرة؟',
  'question.visaNationality': 'الجنسية المدونة في جواز سفركم',
  'question.visaConsulate': 'السفارة أو القنصلية التي تقدمون إليها الطلب',
  'question.visaConsulate.help': 'البلد والمدينة، مثل: تايلند، بنوم بنه.',
  'question.passportName': 'الاسم كما ورد في جواز سفركم',
  'question.passportName.help': 'حرفاً حرفاً، كما في السطرين الواردين أسفل الصفحة.',
  'question.passportNumber': 'رقم جواز سفركم',
  'question.passportCountry': 'بلد إصدار الجواز',
  'question.passportExpiresOn': 'تاريخ انتهاء صلاحية الجواز',
  'question.birthDate': 'تاريخ الميلاد',
  'answer.yes': 'نعم',
  'answer.no': 'لا',

  // Names of fields
  'field.representation': 'الجهة التي تمثلونها',
  'field.state': 'الدولة',
  'field.organisation': 'اسم المنظمة',
  'field.organisationKind': 'نوع المنظمة',
  'field.delegationRole': 'دوركم في الوفد',
  'field.title': 'لقب المخاطبة',
  'field.givenName': 'الاسم الأول',
  'field.familyName': 'اسم العائلة',
  'field.position': 'المنصب',
  'field.institution': 'جهة العمل',
  'field.email': 'البريد الإلكتروني',
  'field.phone': 'الهاتف',
  'field.language': 'لغة الرسائل الموجهة إليكم',
  'field.dietary': 'المتطلبات الغذائية',
  'field.accessibility': 'متطلبات تيسير المشاركة',
  'field.visaLetter': 'رسالة التأشيرة',
  'field.code': 'رمز دعوتكم',
  'field.listConsent': 'الإدراج في القوائم',
  'field.privacyNotice': 'إشعار الخصوصية',
  'field.reference': 'الرقم المرجعي',
  'field.reason': 'السبب',
  'field.order': 'الترتيب بين أصحاب الدور نفسه',
  'field.noteReference': 'الرقم المرجعي للمذكرة',
  'field.noteDate': 'تاريخ المذكرة',
  'field.noteFile': 'ملف PDF',
  'organisation-kind.igo': 'منظمة دولية حكومية',
  'organisation-kind.ngo': 'منظمة غير حكومية',
  'organisation-kind.media': 'وسائل الإعلام',
  'organisation-kind.host': 'جهة مضيفة للاجتماع أو مشاركة في تنظيمه',
  'organisation-kind.secretariat': 'أمانة الاتفاقية',
  'language.ar': 'العربية',
  'language.zh': '中文',
  'language.en': 'English',
  'language.fr': 'Français',
  'language.ru': 'Русский',
  'language.es': 'Español',

  // What can be wrong with a field: in general, and for one field
  'error.required': '{label}: بيان مطلوب',
  'error.required.givenName': 'يُرجى إدخال الاسم الأول',
  'error.required.familyName': 'يُرجى إدخال اسم العائلة',
  'error.required.email': 'يُرجى إدخال عنوان البريد الإلكتروني',
  'error.required.organisation': 'يُرجى إدخال اسم المنظمة',
  'error.type': '{label}: نوع القيمة غير صحيح',
  'error.too-long':
    '{label}: الحد الأقصى هو {max, plural, zero {# حرف} one {حرف واحد} two {حرفان} few {# أحرف} many {# حرفاً} other {# حرف}}',
  'error.characters':
    '{label}: يُرجى إزالة فواصل الأسطر والحروف غير المرئية وحروف التحكم، بإعادة كتابة النص مثلاً',
  'error.not-a-name':
    '{label}: يُرجى الكتابة بالحروف، دون رموز مثل < > = @ أو رموز تعبيرية أو عناوين مواقع إلكترونية',
  'error.link':
    '{label}: يُرجى عدم إدراج عناوين مواقع إلكترونية أو بريد إلكتروني، وترك مسافة بعد كل نقطة',
  'error.email': 'يُرجى إدخال عنوان بريد إلكتروني مثل name@ministry.example',
  'error.phone': 'يُرجى إدخال رقم هاتف مثل ⁦+66 2 391 0577⁩، بالأرقام فقط',
  'error.choose': '{label}: يُرجى اختيار إحدى الإجابات',
  'error.choose.representation': 'يُرجى تحديد الجهة التي تمثلونها',
  'error.choose.state': 'يُرجى اختيار الدولة أو الاتحاد الأوروبي',
  'error.choose.organisationKind': 'يُرجى اختيار نوع المنظمة',
  'error.choose.delegationRole': 'يُرجى اختيار الدور في الوفد',
  'error.choose.language': 'يُرجى اختيار لغة الرسائل',
  'error.choose.listConsent': 'يُرجى تحديد القوائم التي يجوز إدراج اسمكم فيها',
  'error.required.reason': 'يُرجى بيان السبب: فهو يُبلَّغ إلى من يُرفض تسجيله',
  'error.required.noteReference': 'يُرجى إدخال الرقم المرجعي للمذكرة',
  'error.required.noteDate': 'يُرجى إدخال تاريخ المذكرة',
  'error.missing.noteFile': 'لم يصل الملف: يُرجى اختياره مرة أخرى',
  'error.not-a-pdf.noteFile': 'هذا ليس ملف PDF: يُرجى اختيار ملف آخر',
  'error.question': '«{label}»',
  'error.date': '{label}: يُرجى إدخال تاريخ صحيح، مثل ⁦2026-03-04⁩',
  'error.too-early': '{label}: يُرجى إدخال {max} أو تاريخ لاحق',
  'error.too-late': '{label}: يُرجى إدخال {max} أو تاريخ سابق',
  'error.number': '{label}: يُرجى إدخال عدد بالأرقام، مع نقطة قبل الكسور العشرية، مثل 3 أو 2.5',
  'error.too-small': '{label}: يُرجى إدخال {max} أو أكثر',
  'error.too-large': '{label}: يُرجى إدخال {max} أو أقل',
  'error.order': '{label}: يُرجى استخدام عدد من 1 إلى 999 أو ترك الخانة فارغة',
  'error.day': '{label}: يُرجى إدخال تاريخ مثل ⁦2026-03-14⁩',
  'error.reference': '{label}: القيمة المدخلة ليست رقماً مرجعياً',
  'error.yes-or-no': '{label}: يُرجى الإجابة بنعم أو لا',
  'error.accept': 'يُرجى قراءة إشعار الخصوصية والموافقة عليه',
  'error.unknown-field': 'ليست خانة «{label}» من خانات هذه الاستمارة: يُرجى حذفها',
  'error.not-admitted': 'هذا الاجتماع غير مفتوح للجهة التي تمثلونها',
  'error.code-needed': 'يُرجى إدخال رمز دعوتكم: المشاركة في هذا الاجتماع متاحة لمن لديهم رمز دعوة',
  'error.code-unknown': 'هذا الرمز ليس من رموز هذا الاجتماع: يُرجى نسخه من الدعوة',
  'error.code-revoked': 'أُلغي هذا الرمز: يُرجى طلب رمز آخر من الجهة المنظمة',
  'error.code-expired': 'انتهت صلاحية هذا الرمز: يُرجى طلب رمز آخر من الجهة المنظمة',
  'error.code-used-up': 'استخدم هذا الرمز جميع من خُصص لهم',
  'error.code-other-category': 'هذا الرمز مخصص لمن يشاركون بصفة أخرى',
  'error.code-other-delegation': 'هذا الرمز مخصص لوفد آخر',
  'error.idempotency-key':
    'يجب أن يتألف Idempotency-Key من 1 إلى 200 حرف من حروف ASCII القابلة للطباعة',

  // Problems, as pages and as problem details
  'problem.unreadable.title': 'تعذرت قراءة الطلب',
  'problem.unreadable.detail':
    'لا يطابق متن الطلب ما يذكره Content-Type، أو لا يحتوي على حقول: يجب أن تكون بيانات JSON كائناً. يُرجى التحقق منه وإرساله من جديد.',
  'problem.not-found.title': 'الصفحة غير موجودة',
  'problem.not-found.detail':
    'لا يوجد شيء على هذا العنوان. وإذا كنتم قد وصلتم إليه عبر رابط في رسالة إلكترونية، يُرجى التأكد من أن الرابط كامل.',
  'problem.method-not-allowed.title': 'غير ممكن بهذه الطريقة',
  'problem.method-not-allowed.detail': 'لا يقبل هذا العنوان طريقة الطلب المستخدمة.',
  'problem.already-registered.title': 'عنوان البريد الإلكتروني هذا مسجل من قبل',
  'problem.already-registered.detail':
    'لم يطرأ أي تغيير. يُرجى البحث عن رسالتنا في صندوق الوارد الخاص بهذا العنوان وفي مجلد الرسائل غير المرغوب فيها: ففيها الرابط الخاص بالتسجيل. وإذا كان قد مضى على آخر رسالة أكثر من ساعة، فقد أعدنا إرسالها الآن.',
  'problem.person-registered.title': 'عنوان البريد الإلكتروني هذا مسجل من قبل',
  'problem.person-registered.detail':
    'لم يطرأ أي تغيير. فثمة شخص مسجل في هذا الاجتماع بهذا العنوان. وإذا كان من أعضاء وفدكم، فستجدونه على صفحة الوفد؛ وإلا يُرجى استخدام عنوان آخر أو الكتابة إلى {contact}.',
  'problem.seats-full.title': 'لم يتبق أي مقعد',
  'problem.seats-full.detail':
    'لم تُحفظ أي بيانات. وتشغر المقاعد عند انسحاب مسجلين: يُرجى المحاولة لاحقاً أو الكتابة إلى {contact}.',
  'problem.already-withdrawn.title': 'سبق سحب هذا التسجيل',
  'problem.already-withdrawn.detail': 'لم يطرأ أي تغيير.',
  'problem.not-possible.title': 'لم يعد ذلك ممكناً',
  'problem.not-possible.detail':
    'لم يطرأ أي تغيير. فقد تغير وضع التسجيل في هذه الأثناء: يُرجى الاطلاع على صفحته لمعرفة وضعه الحالي.',
  'problem.head-seated.title': 'لم يُخصص مقعد لهذا الشخص بعد',
  'problem.head-seated.detail':
    'لم يطرأ أي تغيير. فلرئيس الوفد الحالي مقعد، ولا تُسند رئاسة الوفد إلى شخص آخر إلا بعد حصوله على مقعد.',
  'problem.changed-meanwhile.title': 'تغير تسجيلكم في هذه الأثناء',
  'problem.changed-meanwhile.detail':
    'لم تُحفظ أي بيانات. فلم تعد بيانات التسجيل كما كانت عندما بدأتم، إما لأنها عُدلت في نافذة أخرى، أو لأن جهة الاتصال أو الجهة المنظمة غيرت وضع التسجيل. يُرجى الاطلاع على صفحتكم الخاصة، والتحقق من الإجابات أدناه، وحفظها من جديد إن كانت لا تزال مطابقة لما تريدون.',
  'problem.offer-expired.title': 'انتهى العرض',
  'problem.offer-expired.detail':
    'ظل المقعد محجوزاً لكم حتى الموعد المذكور في رسالتنا، وهو معروض الآن على التالي في قائمة الانتظار. ويمكنكم التسجيل من جديد ما دام باب التسجيل مفتوحاً.',
  'problem.registration-erased.title': 'مُحيت بيانات هذا التسجيل',
  'problem.registration-erased.detail':
    'لم يُسجل أي شيء. فقد سبق تقديم هذا الطلب، ثم مُحيت بيانات التسجيل الناتج عنه. وللتسجيل من جديد، يُرجى إرسال الطلب بقيمة أخرى للترويسة Idempotency-Key.',
  'problem.registration-not-open.title': 'لم يُفتح باب التسجيل بعد',
  'problem.registration-not-open.detail':
    'يُفتح باب التسجيل في هذا الاجتماع في {opensOn} ويُغلق في {closesOn}.',
  'problem.registration-closed.title': 'أُغلق باب التسجيل',
  'problem.registration-closed.detail':
    'كان باب التسجيل في هذا الاجتماع مفتوحاً من {opensOn} إلى {closesOn}. إذا كنتم لا تزالون بحاجة إلى المشاركة، يُرجى الكتابة إلى {contact}.',
  'problem.meeting-over.title': 'انتهى الاجتماع',
  'problem.meeting-over.detail': 'لا يمكن تعديل التسجيل بعد اليوم الأخير من الاجتماع.',
  'problem.meeting-cancelled.title': 'أُلغي هذا الاجتماع',
  'problem.meeting-cancelled.detail':
    'لم يطرأ أي تغيير. فقد ألغت الجهة المنظمة الاجتماع، ولم يعد التسجيل فيه ممكناً، ولا يمكن سوى سحب التسجيلات القائمة.',
  'problem.too-large.title': 'حجم الطلب أكبر من اللازم',
  'problem.too-large.detail': 'الحد الأقصى لحجم التسجيل، بالبايت، هو {max, number}.',
  'problem.unsupported-type.title': 'نوع المحتوى غير معروف',
  'problem.unsupported-type.detail':
    'الأنواع المقبولة هي application/json أو application/x-www-form-urlencoded أو multipart/form-data.',
  'problem.invalid.title': 'بعض الإجابات تحتاج إلى مراجعة',
  'problem.invalid.detail':
    '{count, plural, zero {لا توجد إجابات ناقصة أو غير صالحة} one {هناك إجابة واحدة ناقصة أو غير صالحة} two {هناك إجابتان ناقصتان أو غير صالحتين} few {هناك # إجابات ناقصة أو غير صالحة} many {هناك # إجابة ناقصة أو غير صالحة} other {هناك # إجابة ناقصة أو غير صالحة}}. ولم تُحفظ أي بيانات.',
  'problem.category-not-admitted.title': 'هذا الاجتماع غير مفتوح لهذه الفئة',
  'problem.category-not-admitted.detail':
    '{reason} وبذلك تكون صفة مشاركتكم: {category}. وهذا الاجتماع غير مفتوح لهذه الفئة. إذا كنتم ترون أنه ينبغي أن يكون مفتوحاً لها، يُرجى الكتابة إلى {contact}.',
  'problem.idempotency-key-reused.title': 'سبق استخدام Idempotency-Key لطلب آخر',
  'problem.idempotency-key-reused.detail':
    'يُرجى استخدام مفتاح جديد لكل تسجيل جديد. ولم تُحفظ أي بيانات.',
  'problem.address-suppressed.title': 'توقفنا عن مراسلة هذا العنوان',
  'problem.address-suppressed.detail':
    'لم يُرسل شيء: فقد أُعيدت رسالة موجهة إلى هذا العنوان أو أُبلغ عنها بوصفها بريداً غير مرغوب فيه. يُرجى تصحيح العنوان أو مراسلة {contact}.',
  'problem.too-soon.title': 'أُرسلت رسالة قبل أقل من ساعة',
  'problem.too-soon.detail':
    'قد يستغرق وصولها بضع دقائق؛ ويُرجى البحث أيضاً في مجلد الرسائل غير المرغوب فيها. ويمكنكم طلبها من جديد بعد {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  'problem.registered-too-often.title': 'تكرر التسجيل بهذا العنوان وسحبه اليوم مرات كثيرة',
  'problem.registered-too-often.detail':
    'لم تُحفظ أي بيانات. ويمكن التسجيل بهذا العنوان من جديد بعد {hours, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}. وإذا احتجتم إلى التسجيل قبل ذلك، يُرجى الكتابة إلى {contact}.',
  'problem.too-many-requests.title': 'عدد الطلبات أكبر من اللازم',
  'problem.too-many-requests.detail':
    'ورد من شبكتكم، أو بشأن عنوان البريد الإلكتروني هذا، عدد من الطلبات يفوق المعتاد. ولم يُنفذ أي إجراء. يُرجى المحاولة من جديد بعد {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.',
  'problem.bot-check-required.title': 'خطوة إضافية',
  'problem.bot-check-required.detail':
    'تُفحص التسجيلات في هذا الاجتماع للتأكد من أنها ليست مرسلة آلياً بأعداد كبيرة. ولم يُسجل شيء بعد، ولم يُفقد ما كتبتموه. يُرجى إرسال تسجيلكم مرة أخرى بعد {seconds, plural, zero {# ثانية} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}} أو أكثر؛ ولا يلزم أي إجراء آخر.',
  'problem.internal.title': 'حدث خلل من جانبنا',
  'problem.internal.detail':
    'لم تُحفظ أي بيانات. يُرجى المحاولة من جديد؛ وإذا تكرر الخلل، يُرجى الكتابة إلى الجهة المنظمة.',
  'problem.busy.title': 'عدد المسجلين في هذه اللحظة كبير جداً',
  'problem.busy.detail': 'لم تُحفظ أي بيانات. يُرجى المحاولة من جديد بعد بضع ثوانٍ.',

  // The private page of a registration
  'registration.confirmed': 'تسجيلكم مؤكد',
  'registration.pending': 'تلقينا تسجيلكم',
  'registration.waitlisted': 'أنتم على قائمة الانتظار',
  'registration.offered': 'مقعد معروض عليكم',
  'registration.declined': 'لم يُقبل تسجيلكم',
  'registration.withdrawn': 'سُحب تسجيلكم',
  'registration.confirmed.lead':
    'أرسلنا رسالة إلى {email}. ويُرجى عدم إطلاع أحد على رابط هذه الصفحة: فكل من لديه الرابط يستطيع تعديل التسجيل وسحبه.',
  'registration.pending.lead':
    'لم يتأكد تسجيلكم بعد: إذ لا بد أن تعتمده أولاً جهة الاتصال المعنية بوفدكم أو الجهة المنظمة. وسنكتب إلى {email} فور اعتماده.',
  'registration.waitlisted.lead':
    'جميع المقاعد مشغولة. ويُعرض كل مقعد يشغر على الأسبق في قائمة الانتظار: وعندما يحين دوركم نكتب إلى {email}. يُرجى عدم السفر قبل تأكيد تسجيلكم.',
  'registration.offered.lead':
    'المقعد محجوز لكم حتى {until}. يُرجى قبوله قبل ذلك، وإلا انتقل إلى التالي في قائمة الانتظار.',
  'registration.offer-over.lead':
    'كان المقعد محجوزاً لكم حتى {until}، وينتقل إلى التالي في قائمة الانتظار.',
  'registration.declined.lead': 'إذا كنتم ترون أن في الأمر خطأ، يُرجى الكتابة إلى {contact}.',
  'registration.declined.because':
    'السبب المذكور: «{reason}». إذا كنتم ترون أن في الأمر خطأ، يُرجى الكتابة إلى {contact}.',
  'registration.offer-expired.lead':
    'لم يُقبل المقعد الذي عُرض عليكم في الموعد المحدد، وأصبح من نصيب التالي في قائمة الانتظار. ويمكنكم التسجيل من جديد ما دام باب التسجيل مفتوحاً.',
  'registration.replaced.lead':
    'سمّت جهة الاتصال المعنية بوفدكم شخصاً آخر بدلاً منكم، وانتقل إليه مقعدكم. إذا كنتم ترون أن في الأمر خطأ، يُرجى الكتابة إلى {contact}.',
  'registration.withdrawn.lead': 'يمكنكم التسجيل من جديد ما دام باب التسجيل مفتوحاً.',
  'registration.category': 'الفئة',
  'registration.delegation': 'الوفد',
  'registration.name': 'الاسم',
  'registration.registered-at': 'تاريخ التسجيل',
  'registration.calendar': 'إضافة الاجتماع إلى تقويمي',
  'registration.resend': 'إعادة إرسال الرسالة إليّ',
  'registration.resent': 'أعدنا إرسال الرسالة إلى {email}.',
  'registration.accept': 'قبول المقعد',
  'registration.refuse': 'لا أحتاج إلى المقعد',
  'registration.withdraw': 'سحب تسجيلي',
  'registration.withdraw.title': 'هل تريدون سحب هذا التسجيل؟',
  'registration.withdraw.lead':
    'سيُمنح مقعدكم لشخص آخر ولا يمكن الاحتفاظ به لكم. وستصلكم رسالة تفيد بسحب تسجيلكم.',
  'registration.withdraw.lead.no-seat': 'سينتهي تسجيلكم. وستصلكم رسالة تفيد بسحبه.',
  'registration.withdraw.keep': 'الإبقاء على تسجيلي',
  'registration.yes': 'نعم',
  'registration.still.confirmed': 'لا يزال تسجيلكم مؤكداً كما كان.',
  'registration.still.pending': 'لا يزال تسجيلكم في انتظار الاعتماد.',
  'registration.still.waitlisted': 'لا تزالون على قائمة الانتظار.',
  'registration.still.offered': 'لا يزال المقعد المعروض عليكم محجوزاً لكم حتى {until}.',
  'registration.saved': 'حُفظت تعديلاتكم.',
  'registration.edit': 'تعديل تسجيلي',
  'registration.undelivered': 'رسائلنا لا تصل إليكم',
  'registration.undelivered.returned':
    'أُعيدت إلينا في {day} رسالة موجهة إلى {email}، ولذلك توقفنا عن مراسلة هذا العنوان. يُرجى التحقق منه وتصحيحه؛ وإذا كان صحيحاً، فيُرجى مراسلة {contact}.',
  'registration.undelivered.refused':
    'لم يقبل صندوق بريد {email} رسالتنا في {day}: فقد يكون ممتلئاً أو متوقفاً مؤقتاً. يُرجى إفراغ حيز فيه وطلب الرسالة مجدداً، أو تقديم عنوان آخر.',
  'registration.undelivered.complained':
    'أُبلغ في {day} عن رسالة وجهناها إلى {email} بوصفها بريداً غير مرغوب فيه، ولذلك توقفنا عن مراسلة هذا العنوان. يُرجى تقديم عنوان آخر؛ وإذا كان ذلك خطأً، فيُرجى مراسلة {contact}.',
  'registration.undelivered.rejected':
    'تعذّر إرسال رسالتنا المؤرخة {day} إلى {email}. يُرجى طلبها مجدداً.',
  'registration.undelivered.action': 'تصحيح العنوان',
  'registration.undelivered.closed':
    'لم يعد بالإمكان تغيير العنوان في هذه الصفحة: يُرجى مراسلة {contact}.',
  'registration.complete': 'يُرجى استكمال بياناتكم',
  'registration.complete.lead':
    'أجرى غيركم هذا التسجيل نيابة عنكم. وبعض بياناتكم ناقص، ولم تُبلَّغوا بعد بكيفية استخدام بياناتكم. ويستغرق ذلك نحو ثلاث دقائق.',
  'registration.complete.action': 'استكمال بياناتي',
  'registration.preferences': 'حفظ',
  'registration.data': 'تنزيل بياناتي',
  'registration.erase': 'محو بياناتي',

  // Reminders, and the page that ends them
  'registration.practical': 'معلومات عملية',
  'reminders.title': 'رسائل التذكير',
  'reminders.on': 'نرسل إليكم تذكيراً بالاجتماع بالبريد الإلكتروني قبل افتتاحه.',
  'reminders.off': 'لا تصلكم رسائل تذكير. أما الرسائل المتعلقة بالتسجيل نفسه فتظل تصلكم.',
  'reminders.stop': 'إيقاف رسائل التذكير',
  'reminders.resume': 'استئناف رسائل التذكير',
  'delegation.reminders.on':
    'نرسل إليكم تذكيراً بالبريد الإلكتروني قبل إغلاق باب التسجيل، ما دام لم يسجل أحد ضمن الوفد.',
  'delegation.reminders.off': 'لا تصلكم رسائل تذكير. أما الرسائل التي تتطلب ردكم فتظل تصلكم.',
  'unsubscribe.title': 'هل تودون إيقاف رسائل التذكير؟',
  'unsubscribe.lead':
    'لن تصلكم بعد ذلك رسائل تذكير بشأن هذا الاجتماع. أما الرسائل المتعلقة بالتسجيل نفسه، مثل رسائل التأكيد وعروض المقاعد، فستظل تصلكم.',
  'unsubscribe.do': 'إيقاف رسائل التذكير',
  'unsubscribed.title': 'أُوقفت رسائل التذكير',
  'unsubscribed.lead':
    'لن تصلكم رسائل تذكير أخرى بشأن هذا الاجتماع. وإذا غيرتم رأيكم، يمكنكم استئنافها من الصفحة الخاصة التي تؤدي إليها رسائلنا الأخرى.',

  // Changing a registration
  'edit.title': 'تعديل تسجيلكم',
  'edit.save': 'حفظ',
  'edit.cancel': 'عدم إجراء أي تعديل',
  'edit.taking-part-as': 'صفة مشاركتكم',
  'edit.would-take-part-as': 'صفة مشاركتكم بعد حفظ التعديلات',
  'edit.email-hint':
    'تُرسل إليه الرسائل المتعلقة بتسجيلكم. وإذا غيرتموه، نرسل إشعاراً بذلك إلى العنوان السابق.',
  'edit.fixed':
    'أُغلق باب التسجيل، ولذلك لم يعد من الممكن تعديل هذا البيان ولا عنوان بريدكم الإلكتروني هنا. وإذا كان لا بد من تعديلهما، يُرجى الكتابة إلى {contact}.',
  'edit.renaming':
    'اعتُمد تسجيلكم بهذا الاسم. ولا يؤثر تصحيح بسيط في كتابة الاسم على هذا الاعتماد. أما إذا حفظتم اسماً آخر، فيتعين اعتماد تسجيلكم من جديد: من جهة الاتصال المعنية بالوفد أو من الجهة المنظمة. وإذا كان لكم مقعد الآن، فسيُمنح لشخص آخر.',
  'edit.leaving.validated':
    'إذا حفظتم هذا التعديل، يتعين اعتماد تسجيلكم من جديد: من جهة الاتصال المعنية بالوفد الجديد أو من الجهة المنظمة. وإذا كان لكم مقعد الآن، فسيُمنح لشخص آخر.',
  'edit.leaving.seat':
    'إذا حفظتم هذا التعديل، تتخلون عن مقعدكم مقابل مقعد بصفتكم الجديدة. وإذا لم يتوافر مقعد بهذه الصفة، فلن يتغير شيء وستحتفظون بمقعدكم الحالي.',
  'edit.leaving.pending':
    'إذا حفظتم هذا التعديل، فلن يلزم اعتماد تسجيلكم: وستحصلون فوراً على مقعد بصفتكم الجديدة إذا توافر مقعد شاغر.',
  'edit.leaving.waitlisted': 'إذا حفظتم هذا التعديل، تنتقلون إلى آخر قائمة الانتظار.',

  // Erasing a registration
  'erase.title': 'هل تريدون محو بياناتكم؟',
  'erase.lead': 'لا يمكن التراجع عن المحو. ولن تصلكم أي رسالة بشأنه.',
  'erase.live': 'ستنتهي مشاركتكم ويُمنح مقعدكم لشخص آخر.',
  'erase.live.no-seat': 'ستنتهي مشاركتكم.',
  'erase.goes': 'ما يُحذف',
  'erase.goes.person':
    'اسمكم ولقب المخاطبة، وعنوان البريد الإلكتروني، ورقم الهاتف، والمنصب، وجهة العمل، والمنظمة، وما أبلغتمونا به من احتياجات، وسائر الإجابات',
  'erase.goes.messages':
    'رسائلنا إليكم؛ وما لم يُرسل منها بعد فلن يُرسل. أما الرسائل الموجودة في صندوق بريدكم فتبقى فيه.',
  'erase.goes.link': 'هذه الصفحة: يصبح رابطها غير صالح',
  'erase.stays': 'ما يُحتفظ به، دون اسمكم',
  'erase.stays.count':
    'الرقم المرجعي، والفئة، والدولة إن كنتم تمثلون دولة، وما آل إليه التسجيل، والتواريخ: لأغراض إحصاءات الاجتماع',
  'erase.stays.log':
    'سجل بالإجراءات المتخذة وتواريخها، لا يذكر اسم أي شخص: للإجابة عن الأسئلة المتعلقة بالتسجيل',
  'erase.stays.delivery':
    'ما إذا كانت رسائلنا قد وصلت إليكم، برمز يحل محل عنوان بريدكم الإلكتروني: لمدة {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يوماً} other {# يوم}}، أو ما دامت مراسلة هذا العنوان متوقفة',
  'erase.stays.lists':
    'قوائم المشاركين التي أُرسلت من قبل إلى الجهة المنظمة: يُرجى الكتابة إلى {contact} لحذف اسمكم منها',
  'erase.do': 'محو بياناتي',
  'erase.keep': 'الاحتفاظ ببياناتي',
  'erased.title': 'مُحيت بياناتكم',
  'erased.lead':
    'لم يبق في التسجيل ذي الرقم المرجعي {reference} أي بيان يدل عليكم، ولم يعد رابطه صالحاً. وإذا رغبتم مع ذلك في المشاركة، يمكنكم التسجيل من جديد ما دام باب التسجيل مفتوحاً.',

  // The page of a focal point
  'delegation.title': 'وفد {name}',
  'delegation.lead': 'لا أحد في انتظار ردكم.',
  'delegation.lead.pending':
    'في انتظار ردكم: {count, plural, zero {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصاً} other {# شخص}}. ولا يتأكد أي تسجيل قبل ردكم.',
  'delegation.heads':
    'سُجل أكثر من شخص بصفة رئيس الوفد: {names}. وللوفد رئيس واحد: يُرجى تحديده في «الدور والترتيب».',
  'delegation.seats': 'المقاعد',
  'delegation.seats.taken':
    '{taken, plural, =0 {لا مقاعد مشغولة} zero {لا مقاعد مشغولة} one {مقعد واحد مشغول} two {مقعدان مشغولان} few {# مقاعد مشغولة} many {# مقعداً مشغولاً} other {# مقعد مشغول}}',
  'delegation.seats.of': 'المقاعد المشغولة: {taken, number} من أصل {ceiling, number}',
  'delegation.seats.left':
    '{left, plural, =0 {لم يتبق أي مقعد} zero {لم يتبق أي مقعد} one {تبقى مقعد واحد} two {تبقى مقعدان} few {تبقت # مقاعد} many {تبقى # مقعداً} other {تبقى # مقعد}}',
  'delegation.seats.no-limit': 'بلا حد أقصى',
  'delegation.seats.meeting-full': 'جميع مقاعد الاجتماع مشغولة.',
  'delegation.seats.held': 'تُعرض المقاعد الشاغرة أولاً على المدرجين في قائمة الانتظار.',
  'delegation.focal-point': 'جهة الاتصال',
  'delegation.note': 'مذكرة التسمية',
  'delegation.note.none': 'لا توجد بعد.',
  'delegation.note.of': '{reference}، {date}.',
  'delegation.note.add': 'إضافة المذكرة',
  'delegation.note.change': 'تعديل المذكرة',
  'delegation.file': 'ملف المذكرة',
  'delegation.file.none': 'لا يوجد بعد.',
  'delegation.file.kept': 'PDF، {size} ميغابايت.',
  'delegation.file.save': 'تنزيل الملف',
  'delegation.file.send': 'إرسال الملف',
  'delegation.file.replace': 'استبدال الملف',
  'delegation.closes': 'التسمية متاحة حتى {closesOn}. ويظل الاستبدال ممكناً بعد ذلك.',
  'delegation.pending': 'في انتظار ردكم',
  'delegation.coming': 'أعضاء الوفد',
  'delegation.waiting': 'في انتظار مقعد',
  'delegation.waiting.hint': 'يُعرض كل مقعد يشغر على الأسبق في قائمة الانتظار.',
  'delegation.ended': 'غير المشاركين',
  'delegation.none': 'لم يسجل أحد بعد ضمن هذا الوفد.',
  'delegation.moved-on':
    'لم يطرأ أي تغيير: فقد صدر رد أو تغير الوضع في هذه الأثناء. ويرد أدناه الوضع الحالي.',
  'delegation.private':
    'رابط هذه الصفحة خاص بكم: فكل من لديه الرابط يقرر من يشارك ضمن الوفد. وإذا كان من المحتمل أن يكون الرابط لدى غيركم، يُرجى الكتابة إلى {contact} للحصول على رابط جديد.',
  'delegation.status.pending': 'في انتظار الرد',
  'delegation.status.confirmed': 'مؤكد',
  'delegation.status.offered': 'مقعد معروض',
  'delegation.status.waitlisted': 'على قائمة الانتظار',
  'delegation.status.declined': 'مرفوض',
  'delegation.status.withdrawn': 'مسحوب',
  'delegation.nominated-by': 'التسمية صادرة عن {by}.',
  'delegation.incomplete': 'لم تُستكمل البيانات بعد.',
  'delegation.undelivered': 'رسائلنا لا تصل إلى هذا العنوان.',
  'delegation.offered-until': 'يمكن قبول المقعد حتى {until}.',
  'delegation.waiting-since': 'منذ {day}.',
  'delegation.declined-because': 'السبب المذكور: {reason}',
  'delegation.withdrawn.asked': 'سُحب التسجيل بطلب من صاحبه.',
  'delegation.withdrawn.offer-expired': 'لم يُقبل المقعد في الموعد المحدد.',
  'delegation.withdrawn.replaced': 'سُمي شخص آخر بديلاً.',
  'delegation.approve': 'موافقة',
  'delegation.decline': 'رفض',
  'delegation.role': 'الدور والترتيب',
  'delegation.role-order': '{role}، رقم {order}',
  'delegation.replace': 'استبدال',
  'delegation.nominate': 'تسمية مشارك',
  'delegation.back': 'رجوع',
  'delegation.decline.title': 'هل تريدون رفض تسجيل {person}؟',
  'delegation.decline.lead': 'يُرسل السبب إلى الشخص المعني كما تكتبونه. ويجوز له التسجيل من جديد.',
  'delegation.decline.submit': 'رفض',
  'delegation.reason-hint': '500 حرف كحد أقصى، مثل: يمثلنا شخصان فقط.',
  'delegation.role.title': 'دور {person} وترتيبه في الوفد',
  'delegation.role.lead':
    'تُرتب قائمة المشاركين على هذا الأساس: رئيس الوفد أولاً، ثم الباقون بحسب الدور، ثم، ضمن كل دور، بالترتيب الذي تحددونه.',
  'delegation.role.submit': 'حفظ',
  'delegation.role-label': 'الدور في الوفد',
  'delegation.head-hint':
    'رئاسة الوفد حالياً: {head}. وعند تسمية رئيس آخر، يصبح دور {head}: {role}.',
  'delegation.head-needs-seat': 'ولا تُسند رئاسة الوفد إلى شخص آخر إلا بعد حصوله على مقعد.',
  'delegation.order-hint': 'الرقم 1 هو الأول. ومن ليس له رقم يأتي بعد أصحاب الأرقام، بحسب الاسم.',
  'delegation.nominate.title': 'تسمية مشارك',
  'delegation.nominate.lead':
    'التسمية بمثابة اعتماد: فإذا توافر مقعد تأكد تسجيل الشخص المسمى فوراً، وإلا أُدرج في قائمة الانتظار. ويصله رابط خاص لاستكمال بياناته بنفسه.',
  'delegation.nominate.submit': 'تسمية',
  'delegation.replace.title': 'استبدال {person}',
  'delegation.replace.lead':
    'ينتقل المقعد مباشرة إلى الشخص البديل ولا يصبح شاغراً في أي لحظة. ويُبلَّغ الشخصان بالبريد الإلكتروني.',
  'delegation.replace.submit': 'استبدال',
  'delegation.email-hint': 'عنوان شخصي للمشارك نفسه: يُرسل إليه الرابط الخاص.',
  'delegation.language': 'لغة الرسائل الموجهة إلى الشخص المعني',
  'delegation.note.title': 'مذكرة التسمية',
  'delegation.note.lead':
    'الرسالة التي تسمي بها السلطات المختصة لديكم أعضاء الوفد، مع البيانات التي تتيح للجهة المنظمة العثور عليها.',
  'delegation.note.submit': 'حفظ',
  'delegation.note-hint': 'كما ورد في المذكرة، مثل NV/2026/117.',
  'delegation.file.title': 'إرسال مذكرة التسمية',
  'delegation.file.lead':
    'لا يطلع على الملف سوى الجهة المنظمة. ويُحذف بعد الاجتماع مع عناوين المشاركين.',
  'delegation.file.hint': 'ملف PDF لا يتجاوز حجمه 5 ميغابايت. يُرجى إرساله في غضون 15 دقيقة.',
  'delegation.file.too-large':
    'يتجاوز حجم هذا الملف 5 ميغابايت. يُرجى اختيار ملف أصغر، ممسوح ضوئياً بالأبيض والأسود مثلاً.',
  'delegation.file.submit': 'إرسال',
  'delegation.file.arrived': 'وصل الملف. هل تودون الاحتفاظ به بوصفه مذكرة تسمية وفدكم؟',
  'delegation.file.keep': 'الاحتفاظ بالملف',
  'delegation.done.approve.confirmed': 'تأكد تسجيل {person}، وأُرسل إشعار بذلك.',
  'delegation.done.approve.waitlisted':
    'تمت الموافقة على تسجيل {person} مع الإدراج في قائمة الانتظار، إذ لا يوجد مقعد شاغر حالياً. وأُرسل إشعار بذلك.',
  'delegation.done.decline.declined': 'رُفض تسجيل {person}، وأُرسل إشعار ببيان السبب.',
  'delegation.done.role.set': 'تم الحفظ. {person}: {role}.',
  'delegation.done.former-head': 'انتهت رئاسة {former} للوفد، والدور الحالي: {role}.',
  'delegation.done.head-stays':
    'تبقى رئاسة الوفد مسندة إلى {head}، ودور {person} حالياً: {role}. ويمكن إسناد رئاسة الوفد إلى {person} بعد الحصول على مقعد.',
  'delegation.done.nominate.confirmed':
    'تمت تسمية {person} مع تخصيص مقعد. وأرسلنا رسالة إلى {email}.',
  'delegation.done.nominate.waitlisted':
    'تمت تسمية {person} مع الإدراج في قائمة الانتظار، إذ لا يوجد مقعد شاغر حالياً. وأرسلنا رسالة إلى {email}.',
  'delegation.done.replace.confirmed': 'تمت تسمية {person} بدلاً من {former}. وأُبلغ الشخصان بذلك.',
  'delegation.done.note': 'سُجلت مذكرة التسمية.',
  'delegation.done.file': 'حُفظ ملف مذكرة التسمية.',

  // Messages: what they share, then one section for each kind
  'mail.preheader.confirmation': 'الرقم المرجعي {reference}. {dates}، {place}.',
  'mail.preheader.withdrawal': 'لا يلزم منكم أي إجراء آخر. الرقم المرجعي {reference}.',
  'mail.preheader.participant-list':
    '{people, plural, =0 {لم يسجل أحد بعد} zero {لم يسجل أحد بعد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصاً} other {# شخص}}. القائمة مرفقة.',
  'mail.dear': 'تحية طيبة إلى {name}، وبعد،',
  'mail.when': 'التاريخ',
  'mail.where': 'المكان',
  'mail.link': 'رابط المشاركة عبر الإنترنت',
  'mail.reference': 'الرقم المرجعي',
  'mail.category': 'الفئة',
  'mail.delegation': 'الوفد',
  'mail.questions': 'للاستفسار: {contact}. ويصل الرد على هذه الرسالة إلى العنوان نفسه.',
  'mail.why.participant':
    'وصلتكم هذه الرسالة لأن هذا العنوان استُخدم للتسجيل في الاجتماع. إذا لم تكونوا أنتم من سجل، يُرجى الكتابة إلى {contact}.',
  'mail.unsubscribe': 'إيقاف رسائل التذكير بشأن هذا الاجتماع',
  'mail.sent-by': 'أُرسلت هذه الرسالة من Plenary، خدمة التسجيل في الاجتماعات الدولية الحكومية.',

  'mail.confirmation.subject': 'تأكيد التسجيل: {title} ({reference})',
  'mail.confirmation.eyebrow': 'تأكيد التسجيل',
  'mail.confirmation.lead': 'نؤكد تسجيلكم في هذا الاجتماع.',
  'mail.confirmation.manage': 'إدارة تسجيلي',
  'mail.confirmation.private':
    'هذا الرابط خاص بكم وحدكم: فكل من لديه الرابط يستطيع الاطلاع على تسجيلكم وتعديله وسحبه. يُرجى عدم إعادة توجيه هذه الرسالة.',
  'mail.confirmation.calendar': 'الاجتماع مرفق في صيغة موعد يمكن إضافته إلى أي تقويم تستخدمونه.',
  'mail.calendar.description':
    'تسجيلكم في «{title}» مؤكد.\nالرقم المرجعي: {reference}\nإدارة تسجيلي (رابط خاص): {manageUrl}',
  'mail.calendar.updated': 'يحل الموعد المرفق محل الموعد الذي أرسلناه إليكم من قبل.',

  'mail.preheader.acknowledgement': 'لم يتأكد التسجيل بعد. الرقم المرجعي {reference}.',
  'mail.acknowledgement.subject': 'استلام التسجيل: {title} ({reference})',
  'mail.acknowledgement.eyebrow': 'استُلم التسجيل، في انتظار الاعتماد',
  'mail.acknowledgement.lead':
    'تلقينا تسجيلكم في هذا الاجتماع. ولم يتأكد التسجيل بعد: إذ لا بد أن تعتمده أولاً جهة الاتصال المعنية بوفدكم أو الجهة المنظمة. وسنكتب إليكم من جديد فور اعتماده.',
  'mail.acknowledgement.again':
    'عُدّل تسجيلكم، ولا بد أن تعتمده من جديد جهة الاتصال المعنية بوفدكم أو الجهة المنظمة. وحتى ذلك الحين لا يكون التسجيل مؤكداً ولا يُحجز لكم مقعد. وسنكتب إليكم من جديد فور اعتماده.',
  'mail.preheader.waiting-list': 'جميع المقاعد مشغولة. الرقم المرجعي {reference}.',
  'mail.waiting-list.subject': 'قائمة الانتظار: {title} ({reference})',
  'mail.waiting-list.eyebrow': 'قائمة الانتظار',
  'mail.waiting-list.lead':
    'جميع المقاعد المتاحة لكم في هذا الاجتماع مشغولة، وأنتم على قائمة الانتظار. ويُعرض كل مقعد يشغر على الأسبق في القائمة. وسنكتب إليكم عندما يُعرض عليكم مقعد.',
  'mail.waiting-list.travel': 'يُرجى عدم السفر قبل تأكيد تسجيلكم.',
  'mail.preheader.offer': 'يمكنكم قبوله حتى {until}. الرقم المرجعي {reference}.',
  'mail.offer.subject': 'مقعد معروض عليكم حتى {until}: {title} ({reference})',
  'mail.offer.eyebrow': 'مقعد معروض عليكم',
  'mail.offer.lead':
    'شغر مقعد، وهو لكم إذا قبلتموه في موعد أقصاه {until}. وبعد ذلك يُعرض على التالي في قائمة الانتظار.',
  'mail.offer.manage': 'قبول المقعد أو رفضه',
  'mail.offer.until': 'محجوز حتى',
  'mail.preheader.offer-expiring': 'لم تقبلوا المقعد بعد. الرقم المرجعي {reference}.',
  'mail.offer-expiring.subject': 'يُنتظر ردكم في موعد أقصاه {until}: {title} ({reference})',
  'mail.offer-expiring.eyebrow': 'مقعد في انتظار ردكم',
  'mail.offer-expiring.lead':
    'عُرض عليكم مقعد ولم نتلق ردكم بعد. والمقعد محجوز لكم حتى {until}، وبعد ذلك يُعرض على التالي في قائمة الانتظار. ولن نرسل إليكم تذكيراً آخر.',
  'mail.preheader.offer-expired': 'لم يُقبل المقعد في الموعد المحدد. الرقم المرجعي {reference}.',
  'mail.offer-expired.subject': 'انتهاء عرض المقعد: {title} ({reference})',
  'mail.offer-expired.eyebrow': 'انتهاء العرض',
  'mail.offer-expired.lead':
    'لم يُقبل المقعد الذي عُرض عليكم في الموعد المحدد، وأصبح من نصيب التالي في قائمة الانتظار. وبذلك انتهى تسجيلكم.',
  'mail.preheader.declined': 'الرقم المرجعي {reference}.',
  'mail.declined.subject': 'عدم قبول التسجيل: {title} ({reference})',
  'mail.declined.eyebrow': 'عدم قبول التسجيل',
  'mail.declined.lead': 'لم يُقبل تسجيلكم في هذا الاجتماع.',
  'mail.declined.reason': 'السبب المذكور',
  'mail.declined.mistake': 'إذا كنتم ترون أن في الأمر خطأ، يُرجى الكتابة إلى {contact}.',

  'mail.withdrawal.subject': 'سحب التسجيل: {title} ({reference})',
  'mail.withdrawal.eyebrow': 'سحب التسجيل',
  'mail.withdrawal.lead': 'سُحب التسجيل المبين أدناه. ولا يلزم منكم أي إجراء آخر.',
  'mail.withdrawal.again':
    'إذا تغيرت خططكم، يمكنكم التسجيل من جديد ما دام باب التسجيل مفتوحاً والمقاعد متوافرة. ويكون ذلك تسجيلاً جديداً برقم مرجعي جديد.',
  'mail.withdrawal.calendar':
    'مرفق إشعار بإلغاء الموعد في تقويمكم. وإذا ظل الاجتماع مدرجاً فيه، يُرجى حذفه منه.',
  'mail.withdrawal.not-you':
    'إذا لم تكونوا أنتم من سحب التسجيل، يُرجى الكتابة إلى {contact} في أقرب وقت.',
  'mail.withdrawal.manage': 'الاطلاع على تسجيلي',

  'mail.name': 'الاسم',
  'mail.preheader.details-changed':
    'يُرجى التحقق من أن كل شيء كما تريدون. الرقم المرجعي {reference}.',
  'mail.details-changed.subject': 'تعديل التسجيل: {title} ({reference})',
  'mail.details-changed.eyebrow': 'تعديل التسجيل',
  'mail.details-changed.lead':
    'عُدل تسجيلكم في هذا الاجتماع. يُرجى التحقق من أن بياناته مطابقة لما تريدون.',
  'mail.details-changed.what': 'ما جرى تعديله',
  'mail.details-changed.name': 'اسمكم',
  'mail.details-changed.representation': 'الجهة التي تمثلونها',
  'mail.details-changed.role': 'دوركم في الوفد',
  'mail.details-changed.email': 'عنوان بريدكم الإلكتروني',
  'mail.details-changed.not-you':
    'إذا لم تكونوا أنتم من أجرى التعديل، يُرجى الكتابة إلى {contact} في أقرب وقت.',
  'mail.preheader.address-changed':
    'تُرسل الرسائل المتعلقة بالتسجيل إلى عنوان آخر من الآن فصاعداً. الرقم المرجعي {reference}.',
  'mail.address-changed.subject': 'تغيير عنوان البريد الإلكتروني: {title} ({reference})',
  'mail.address-changed.eyebrow': 'تغيير عنوان البريد الإلكتروني',
  'mail.address-changed.lead':
    'عُدل التسجيل المبين أدناه على صفحته الخاصة: فمن الآن فصاعداً تُرسل الرسائل المتعلقة به إلى عنوان آخر، وهذه آخر رسالة تصلكم بشأنه.',
  'mail.address-changed.not-you':
    'إذا كنتم أنتم المشارك ولم تغيروا العنوان بأنفسكم، يُرجى الكتابة إلى {contact} في أقرب وقت.',
  'mail.preheader.nomination': 'يُرجى استكمال بياناتكم. الرقم المرجعي {reference}.',
  'mail.nomination.subject': 'تسميتكم للمشاركة: {title} ({reference})',
  'mail.nomination.eyebrow': 'التسمية',
  'mail.nomination.lead':
    'قامت جهة الاتصال المعنية بوفدكم، {by}، بتسميتكم للمشاركة في هذا الاجتماع.',
  'mail.nomination.confirmed': 'خُصص لكم مقعد، وتسجيلكم مؤكد.',
  'mail.nomination.waiting':
    'جميع المقاعد مشغولة حالياً، وأنتم على قائمة الانتظار. وسنكتب إليكم عندما يُعرض عليكم مقعد. يُرجى عدم السفر قبل تأكيد تسجيلكم.',
  'mail.nomination.details':
    'ليس لدينا حتى الآن سوى اسمكم وهذا العنوان. يُرجى استكمال بياناتكم وتحديد القوائم التي يجوز إدراج اسمكم فيها: وإلى أن تفعلوا ذلك، لا يظهر اسمكم في أي قائمة منشورة.',
  'mail.nomination.manage': 'استكمال بياناتي',
  'mail.nomination.not-you':
    'إذا لم يكن لكم علم بهذا الاجتماع أو تعذر عليكم الحضور، يُرجى سحب التسجيل عبر الرابط نفسه أو الكتابة إلى {contact}.',
  'mail.preheader.replaced': 'يشارك شخص آخر بدلاً منكم. الرقم المرجعي {reference}.',
  'mail.replaced.subject': 'تغيير في عضوية الوفد: {title} ({reference})',
  'mail.replaced.eyebrow': 'انتهاء التسجيل',
  'mail.replaced.lead':
    'سمّت جهة الاتصال المعنية بوفدكم شخصاً آخر بدلاً منكم، وانتقل إليه مقعدكم. وبذلك انتهى تسجيلكم.',
  'mail.preheader.meeting-changed': 'ما تغير وما كان عليه من قبل. الرقم المرجعي {reference}.',
  'mail.meeting-changed.subject': 'تغيير في ترتيبات الاجتماع: {title} ({reference})',
  'mail.meeting-changed.eyebrow': 'تغيير في ترتيبات الاجتماع',
  'mail.meeting-changed.lead': 'غيّرت الجهة المنظمة ترتيبات هذا الاجتماع. وفيما يلي ما تغير:',
  'mail.meeting-changed.before': 'سابقاً: {before}',
  'mail.meeting-changed.no-sittings': 'لم تُعلن بعد',
  'mail.meeting-changed.no-link': 'لا يوجد',
  'mail.meeting-changed.cannot':
    'إذا لم يعد بإمكانكم المشاركة، يُرجى سحب تسجيلكم عبر هذا الرابط ليتسنى لغيركم المشاركة.',
  'mail.preheader.meeting-cancelled': 'لن يُعقد الاجتماع. الرقم المرجعي {reference}.',
  'mail.meeting-cancelled.subject': 'إلغاء الاجتماع: {title} ({reference})',
  'mail.meeting-cancelled.eyebrow': 'إلغاء الاجتماع',
  'mail.meeting-cancelled.lead':
    'ألغت الجهة المنظمة هذا الاجتماع، ولن يُعقد. ولا يلزم منكم أي إجراء بشأن تسجيلكم.',
  'mail.meeting-cancelled.travel': 'إذا كنتم قد حجزتم سفراً أو إقامة، يُرجى إلغاء الحجز.',

  'mail.meeting-reminder.subject': 'تذكير: {title}، {dates} ({reference})',
  'mail.preheader.meeting-reminder': '{dates}، {place}. الرقم المرجعي {reference}.',
  'mail.meeting-reminder.eyebrow': 'تذكير',
  'mail.meeting-reminder.lead': 'اقترب موعد الاجتماع، وتسجيلكم مؤكد. ونتطلع إلى لقائكم.',
  'mail.meeting-reminder.incomplete':
    'لا يزال بعض بياناتكم ناقصاً. يُرجى استكمالها قبل الاجتماع وتحديد القوائم التي يجوز إدراج اسمكم فيها: وإلى أن تفعلوا ذلك، لا يظهر اسمكم في أي قائمة منشورة.',
  'mail.meeting-reminder.practical': 'معلومات عملية من الجهة المنظمة:',
  'mail.meeting-reminder.cannot-come':
    'إذا تعذر عليكم الحضور، يُرجى سحب التسجيل عبر الرابط الوارد أعلاه، كي يُتاح مقعدكم لشخص آخر.',
  'mail.preheader.thank-you': 'نشكركم على مشاركتكم. الرقم المرجعي {reference}.',
  'mail.thank-you.subject': 'شكر وتقدير: {title} ({reference})',
  'mail.thank-you.eyebrow': 'شكر وتقدير',
  'mail.thank-you.lead': 'اختُتم الاجتماع. ونشكركم على مشاركتكم فيه.',
  'mail.thank-you.data': 'يمكنكم عبر الرابط أدناه تنزيل ما نحتفظ به من بيانات عنكم أو طلب محوها.',
  'mail.thank-you.private':
    'هذا الرابط خاص بكم وحدكم: فكل من لديه الرابط يستطيع الاطلاع على بياناتكم وتنزيلها ومحوها. يُرجى عدم إعادة توجيه هذه الرسالة.',

  // Messages to focal points, and to organisers in place of one
  'mail.preheader.delegation-invitation': 'للاطلاع على أعضاء وفد {name} وتحديدهم.',
  'mail.delegation-invitation.subject': 'وفد {name}: {title}',
  'mail.delegation-invitation.eyebrow': 'دعوة موجهة إلى جهة الاتصال',
  'mail.delegation-invitation.lead':
    'أنتم جهة الاتصال المعنية بوفد {name} في هذا الاجتماع. وعلى صفحة وفدكم يمكنكم الاطلاع على أسماء المسجلين، والرد بشأن تسجيلهم، وتسمية مشاركين، وتحديد رئيس الوفد، وإحلال مشارك محل آخر. ولا حاجة إلى حساب.',
  'mail.delegation-invitation.renewed': 'هذا الرابط جديد. ولم تعد الروابط المرسلة قبله صالحة.',
  'mail.delegation-invitation.open': 'فتح صفحة وفدي',
  'mail.delegation-invitation.private':
    'هذا الرابط خاص بكم: فكل من لديه الرابط يقرر من يشارك ضمن وفدكم. يُرجى عدم إعادة توجيه هذه الرسالة.',
  'mail.delegation-invitation.why':
    'وصلتكم هذه الرسالة لأن الجهة المنظمة حددت هذا العنوان للوفد أو للاجتماع. إذا كان ينبغي أن تُوجه إلى شخص آخر، يُرجى الكتابة إلى {contact}.',
  'mail.preheader.nomination-reminder': 'يُغلق باب التسجيل في {closes}.',
  'mail.nomination-reminder.subject': 'لم يسجل أحد بعد ضمن وفد {name}: {title}',
  'mail.nomination-reminder.eyebrow': 'تذكير لجهة الاتصال',
  'mail.nomination-reminder.lead':
    'لم يُسجل أحد حتى الآن ضمن وفد {name} ولم يُسمَّ أحد للمشاركة فيه. ولن يتسنى ذلك بعد إغلاق باب التسجيل.',
  'mail.nomination-reminder.closes': 'إغلاق باب التسجيل',
  'mail.nomination-reminder.what':
    'يُرجى تسمية المشاركين على صفحة وفدكم أو دعوتهم إلى التسجيل. وإذا لم يكن أحد سيشارك، يُرجى إبلاغ {contact} بذلك.',
  'mail.preheader.delegation-meeting-changed': 'ما تغير وما كان عليه من قبل.',
  'mail.delegation-meeting-changed.subject': 'تغيير في ترتيبات الاجتماع: {title} ({name})',
  'mail.delegation-meeting-changed.people':
    'ويُبلَّغ بذلك أيضاً المسجلون أو المسمَّون ضمن وفد {name}. وإذا لم يعد بإمكان أحدهم المشاركة، فيمكنكم إحلال شخص آخر محله على صفحة وفدكم.',
  'mail.preheader.delegation-meeting-cancelled': 'لن يُعقد الاجتماع.',
  'mail.delegation-meeting-cancelled.subject': 'إلغاء الاجتماع: {title} ({name})',
  'mail.delegation-meeting-cancelled.lead':
    'ألغت الجهة المنظمة هذا الاجتماع، ولن يُعقد. ويُبلَّغ بذلك على حدة المسجلون أو المسمَّون ضمن وفد {name}. ولا يلزم منكم أي إجراء.',
  'mail.preheader.validation-wanted': 'الرقم المرجعي {reference}. لا يتأكد التسجيل قبل ردكم.',
  'mail.validation-wanted.subject': 'ردكم مطلوب: {reference}، {title}',
  'mail.validation-wanted.eyebrow': 'تسجيل في انتظار ردكم',
  'mail.validation-wanted.focal-point':
    'ورد تسجيل جديد ضمن وفدكم. ولا يتأكد أي تسجيل قبل موافقتكم: يُرجى الموافقة على التسجيل أو رفضه على صفحة وفدكم.',
  'mail.validation-wanted.organiser':
    'ورد تسجيل جديد ضمن وفد ليست له جهة اتصال هنا. ولا يتأكد أي تسجيل قبل موافقتكم.',
  'mail.validation-wanted.command':
    'للرد: ⁦npm run meeting -- approve {reference}⁩، أو ⁦npm run meeting -- decline {reference} --reason "…"⁩. ولتحديد جهة الاتصال: ⁦npm run meeting -- invite⁩.',

  'mail.participant-list.subject.daily': 'المشاركون اليوم: {title}',
  'mail.participant-list.subject.closing': 'إغلاق باب التسجيل، قائمة المشاركين: {title}',
  'mail.participant-list.subject.requested': 'قائمة المشاركين: {title}',
  'mail.participant-list.eyebrow': 'قائمة المشاركين',
  'mail.participant-list.lead.daily':
    'باب التسجيل مفتوح. وهذه هي القائمة اليومية للمشاركين، كما هي في {listedAt}.',
  'mail.participant-list.lead.closing':
    'أُغلق باب التسجيل. وهذه هي قائمة المشاركين، كما هي في {listedAt}.',
  'mail.participant-list.lead.requested':
    'هذه هي قائمة المشاركين التي طلبتموها، كما هي في {listedAt}.',
  'mail.participant-list.totals':
    '{people, plural, =0 {لا أحد} zero {لا أحد} one {شخص واحد} two {شخصان} few {# أشخاص} many {# شخصاً} other {# شخص}}{delegations, plural, =0 {} zero {} one { من وفد واحد} two { من وفدين} few { من # وفود} many { من # وفداً} other { من # وفد}}',
  'mail.participant-list.none': 'لا يوجد أي مسجل حتى الآن. والقائمة المرفقة فارغة.',
  'mail.participant-list.people': 'الأشخاص',
  'mail.participant-list.delegations': 'الوفود',
  'mail.participant-list.total': 'المجموع',
  'mail.participant-list.needs':
    '{needs, plural, zero {لم يذكر أحد} one {ذكر شخص واحد} two {ذكر شخصان} few {ذكر # أشخاص} many {ذكر # شخصاً} other {ذكر # شخص}} احتياجات غذائية أو احتياجات تتعلق بتيسير المشاركة. وحفاظاً على الخصوصية، لا تُرسل هذه المعلومات بالبريد الإلكتروني.',
  'mail.participant-list.undelivered':
    '{count, plural, zero {لم يتعذّر الاتصال بأحد} one {تعذّر الاتصال بشخص واحد} two {تعذّر الاتصال بشخصين} few {تعذّر الاتصال بـ # أشخاص} many {تعذّر الاتصال بـ # شخصاً} other {تعذّر الاتصال بـ # شخص}} عبر البريد الإلكتروني: انظر عمود «تسليم البريد الإلكتروني» في القائمة.',
  'mail.participant-list.duplicates':
    'يبدو أن {count, plural, zero {لا أحد مسجل} one {شخصاً واحداً مسجل} two {شخصين مسجلان} few {# أشخاص مسجلون} many {# شخصاً مسجلون} other {# شخص مسجلون}} أكثر من مرة، بعناوين مختلفة. يُرجى النظر في هذه التسجيلات:',
  'mail.participant-list.attached':
    'القائمة مرفقة في الملف {fileName}. ويمكن فتحها ببرنامج Excel وغيره من برامج جداول البيانات، وهي مرتبة وفق الترتيب المتبع في قوائم المشاركين.',
  'mail.participant-list.personal':
    'يتضمن المرفق بيانات شخصية. يُرجى استخدامها لتنظيم هذا الاجتماع دون غيره، وعدم إطلاع أحد عليها إلا من يحتاج إليها لهذا الغرض، وحذفها متى انتفت الحاجة إليها. ولا يجوز نشر اسم أي شخص لم يوافق على إدراجه.',
  'mail.participant-list.why': 'وصلتكم هذه الرسالة لأن اسمكم مدرج ضمن منظمي هذا الاجتماع.',
} as const;
