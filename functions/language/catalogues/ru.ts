import type { Catalogue } from './catalogue.ts';

/** Russian, as the United Nations writes it. */
export const ru: Catalogue = {
  // Why somebody has a category: see domain/eligibility/convention.ts and domain/eligibility/category.ts
  'reason.party-in-force': '{state}: Сторона (с {deposited}).',
  'reason.party-before-entry-into-force':
    '{state}: в числе Сторон (документ сдан на хранение {deposited}); с {inForceFrom} Конвенция вступает для этой Стороны в силу.',
  'reason.party-date-unconfirmed':
    '{state}: в числе Сторон; документ сдан на хранение в период с {from} по {to}, точная дата не подтверждена.',
  'reason.not-party-yet':
    '{state}: государство, не являющееся Стороной по состоянию на {date} (документ сдан на хранение {deposited}).',
  'reason.not-party-yet-date-unconfirmed':
    '{state}: государство, не являющееся Стороной по состоянию на {date} (документ сдан на хранение в период с {from} по {to}).',
  'reason.never-party': '{state}: государство, не являющееся Стороной (по состоянию на {date}).',
  'reason.never-party.as-of':
    '{state}: государство, не являющееся Стороной по состоянию на {date} (согласно списку Сторон от {asOf}).',
  'reason.associate-member': '{state}: член-сотрудник ЮНЕСКО, не являющийся Стороной.',
  'reason.associate-member.as-of':
    '{state}: член-сотрудник ЮНЕСКО, не являющийся Стороной (согласно списку Сторон от {asOf}).',
  'reason.unknown-state': 'Государства с кодом {state} не существует.',
  'reason.organisation-kind.igo': 'Представляет межправительственную организацию.',
  'reason.organisation-kind.ngo': 'Представляет неправительственную организацию.',
  'reason.organisation-kind.media': 'Представляет средства массовой информации.',
  'reason.organisation-kind.host': 'Представляет принимающую сторону.',
  'reason.organisation-kind.secretariat': 'Входит в состав Секретариата.',
  'reason.individual':
    'Участвует по приглашению в личном качестве, не представляя государство или организацию.',

  // The footing on which somebody attends: one person, and a group of them on a list
  'category.party': 'Сторона',
  'category.party.heading': 'Стороны',
  'category.observer-state': 'Государство-наблюдатель',
  'category.observer-state.heading': 'Государства-наблюдатели',
  'category.associate-member': 'Член-сотрудник ЮНЕСКО',
  'category.associate-member.heading': 'Члены-сотрудники ЮНЕСКО',
  'category.igo': 'Межправительственная организация',
  'category.igo.heading': 'Межправительственные организации',
  'category.ngo': 'Неправительственная организация',
  'category.ngo.heading': 'Неправительственные организации',
  'category.guest': 'Гость',
  'category.guest.heading': 'Гости и приглашенные эксперты',
  'category.media': 'Средства массовой информации',
  'category.media.heading': 'Средства массовой информации',
  'category.host': 'Принимающая сторона',
  'category.host.heading': 'Принимающая сторона и соорганизаторы',
  'category.secretariat': 'Секретариат',
  'category.secretariat.heading': 'Секретариат',

  // The part somebody plays in a delegation
  'role.head': 'Глава делегации',
  'role.alternate': 'Заместитель главы делегации',
  'role.delegate': 'Делегат',
  'role.focal-point': 'Координатор',
  'role.adviser': 'Советник',
  'role.representative': 'Представитель',
  'role.observer': 'Наблюдатель',
  'role.resource-person': 'Приглашенный эксперт',
  'role.staff': 'Сотрудник',

  // The list of participants that organisers receive: columns and cells of the file
  'list.column.reference': 'Регистрационный номер',
  'list.column.category': 'Категория',
  'list.column.delegation': 'Делегация',
  'list.column.role': 'Роль',
  'list.column.title': 'Обращение',
  'list.column.given-name': 'Имя',
  'list.column.family-name': 'Фамилия',
  'list.column.position': 'Должность',
  'list.column.institution': 'Учреждение',
  'list.column.email': 'Электронная почта',
  'list.column.delivery': 'Доставка почты',
  'list.column.phone': 'Телефон',
  'list.column.language': 'Язык',
  'list.column.visa-letter': 'Письмо для оформления визы',
  'list.column.list-consent': 'Согласие на включение в список',
  'list.column.registered-at': 'Время регистрации',
  'list.name-not-published': 'имя не публикуется',
  'list.delivery.delivered': 'доставлено',
  'list.delivery.returned': 'возвращено; отправка на этот адрес прекращена',
  'list.delivery.refused': 'не принято почтовым ящиком',
  'list.delivery.complained': 'отмечено как нежелательное; отправка на этот адрес прекращена',
  'list.delivery.rejected': 'не отправлено',
  'list.yes': 'да',
  'list.no': 'нет',
  'list.consent.public': 'в публикуемый список',
  'list.consent.participants': 'в список для участников',
  'list.consent.none': 'не включать',

  // Every page
  'page.skip': 'Перейти к основному содержанию',
  'page.tagline': 'Регистрация на межправительственные совещания',
  'page.languages': 'Языки',
  'page.footer':
    'Регистрация через систему Plenary. Без учетной записи, без отслеживания, без файлов cookie.',
  'page.error-prefix': 'Ошибка:',
  'page.all-meetings': 'Все совещания, на которые открыта регистрация',

  // The front page and the page of a meeting
  'home.title': 'Совещания, на которые открыта регистрация',
  'home.none': 'В настоящее время нет совещаний, на которые открыта регистрация.',
  'meeting.when': 'Даты',
  'meeting.sittings': 'Заседания',
  'meeting.where': 'Место проведения',
  'meeting.registration': 'Регистрация',
  'meeting.registration.open': 'Открыта до {closesOn} включительно',
  'meeting.registration.not-yet': 'Открывается {opensOn}',
  'meeting.registration.closed': 'Завершена {closesOn}',
  'meeting.cancelled': 'Это совещание отменено',
  'meeting.cancelled.lead': 'Организаторы отменили его. Указанная причина: {reason}',
  'meeting.convention': 'Конвенция',
  'meeting.admits': 'Кто может зарегистрироваться',
  'meeting.admits.validated': '{category} (после одобрения координатором или организаторами)',
  'meeting.admits.invited': '{category} (по коду приглашения)',
  'meeting.contact': 'Вопросы',
  'meeting.register': 'Зарегистрироваться',

  // The form
  'form.title': 'Регистрация',
  'form.errors': 'Проверьте некоторые ответы',
  'form.optional': '(необязательно)',
  'form.choose': 'Выберите один вариант',
  'form.continue': 'Продолжить',
  'form.submit': 'Зарегистрироваться',
  'form.closed':
    'Данные не сохранены. Введенный Вами текст остается на этой странице: если Вам по-прежнему необходимо принять участие, скопируйте его в сообщение и направьте по адресу {contact}.',
  'form.validated':
    'Ваша регистрация будет подтверждена после ее одобрения координатором Вашей делегации или организаторами.',
  'form.delegation-as': '{name}: {category}',
  'form.change': 'Изменить',
  'form.no-account': 'Учетная запись не требуется. Регистрация занимает около трех минут.',
  'form.represented': 'Кого Вы представляете?',
  'form.represented.state': 'Государство или Европейский союз',
  'form.represented.organisation': 'Организацию',
  'form.represented.individual': 'Себя лично, в качестве гостя или приглашенного эксперта',
  'form.attending-as': 'Ваша категория участия:',
  'form.about-you': 'Сведения о Вас',
  'form.contact': 'Как с Вами связаться',
  'form.needs': 'Что Вам необходимо',
  'form.code-hint': 'Код указан в письме или сообщении с приглашением и имеет вид 7F3K-2Q9X-M4TZ.',
  'form.privacy': 'Ваши данные',
  'form.privacy.version': 'Уведомление о конфиденциальности, версия {version}',
  'form.name-hint':
    'Так, как следует указать в списке участников; можно использовать любую письменность. Просьба не писать имя целиком заглавными буквами.',
  'form.email-hint':
    'По этому адресу будет направлено подтверждение с личной ссылкой на эту регистрацию.',
  'form.phone-hint': 'С кодом страны, например +66 2 391 0577.',
  'form.title-hint': 'Например: г-жа, г-н, д-р или Ее Превосходительство г-жа.',
  'form.position-hint': 'Например: директор департамента культурной политики.',
  'form.institution-hint': 'Ваше министерство, учреждение или ведомство.',
  'form.needs-hint':
    'Эти сведения доступны только организаторам совещания. Они никогда не включаются в списки, рассылаемые по электронной почте.',
  'form.visa': 'Мне необходимо письмо для оформления визы',
  'form.consent': 'В какой список можно включить Ваши имя, должность и учреждение?',
  'form.consent.public': 'В публикуемый список участников',
  'form.consent.participants': 'Только в список, предоставляемый участникам',
  'form.consent.none': 'Ни в какой: сведения видны только организаторам',
  'form.accept-privacy':
    'Мною прочитано уведомление о конфиденциальности, и я даю согласие на использование моих данных в соответствии с ним',
  'form.only-if': 'Только если Ваш ответ на вопрос «{question}» — «{answer}».',
  'form.questions': 'Вопросы к этому совещанию',
  'form.sensitive':
    'Эти сведения видны только тем, кто занимается данным вопросом. Они не включаются ни в какие списки и удаляются вскоре после совещания.',

  // Ready-made questions: a heading for each set, the questions, what helps to answer them, the options
  'question-set.arrival': 'Прибытие',
  'question-set.departure': 'Отъезд',
  'question-set.hotel': 'Гостиница',
  'question-set.dietary': 'Питание',
  'question-set.accessibility': 'Условия участия',
  'question-set.visa-letter': 'Виза',
  'question-set.passport': 'Паспорт',
  'question.arrivalBy': 'Каким транспортом Вы прибываете на совещание?',
  'question.arrivalBy.air': 'Самолетом',
  'question.arrivalBy.rail': 'Поездом',
  'question.arrivalBy.road': 'Автомобильным транспортом',
  'question.arrivalBy.local': 'Проживаю в месте проведения',
  'question.arrivalDate': 'Дата прибытия',
  'question.arrivalTime': 'Время прибытия',
  'question.arrivalTime.help': 'Местное время, например 14:30.',
  'question.arrivalFlight': 'Рейс прибытия',
  'question.arrivalFlight.help': 'Авиакомпания и номер, например TG 584.',
  'question.departureBy': 'Каким транспортом Вы уезжаете?',
  'question.departureBy.air': 'Самолетом',
  'question.departureBy.rail': 'Поездом',
  'question.departureBy.road': 'Автомобильным транспортом',
  'question.departureBy.local': 'Проживаю в месте проведения',
  'question.departureDate': 'Дата отъезда',
  'question.departureTime': 'Время отъезда',
  'question.departureTime.help': 'Местное время, например 14:30.',
  'question.departureFlight': 'Рейс вылета',
  'question.departureFlight.help': 'Авиакомпания и номер, например TG 584.',
  'question.hotelNeeded': 'Забронировать для Вас номер в гостинице?',
  'question.hotelCheckIn': 'Дата заезда',
  'question.hotelCheckOut': 'Дата выезда из гостиницы',
  'question.hotelRoom': 'Тип номера',
  'question.hotelRoom.single': 'Одноместный',
  'question.hotelRoom.double': 'Двухместный, с одной кроватью',
  'question.hotelRoom.twin': 'Двухместный, с двумя кроватями',
  'question.hotelNote': 'Дополнительные сведения для гостиницы',
  'question.diet': 'Каковы Ваши требования к питанию?',
  'question.diet.vegetarian': 'Вегетарианское питание',
  'question.diet.vegan': 'Веганское питание',
  'question.diet.halal': 'Халяльное питание',
  'question.diet.kosher': 'Кошерное питание',
  'question.diet.no-gluten': 'Без глютена',
  'question.diet.no-lactose': 'Без лактозы',
  'question.diet.other': 'Аллергия или иное',
  'question.dietDetails': 'Что следует учесть при приготовлении пищи?',
  'question.access': 'Что Вам необходимо для участия?',
  'question.access.step-free': 'Доступ без ступеней',
  'question.access.wheelchair-space': 'Место для кресла-коляски',
  'question.access.hearing-loop': 'Индукционная петля для слабослышащих',
  'question.access.sign-language': 'Перевод на жестовый язык',
  'question.access.large-print': 'Документы, напечатанные крупным шрифтом',
  'question.access.assistant': 'Место для помощника',
  'question.access.other': 'Иное',
  'question.accessDetails': 'Что именно Вам необходимо?',
  'question.visaNeeded': 'Необходимо ли Вам письмо для оформления визы?',
  'question.visaNationality': 'Гражданство, указанное в паспорте',
  'question.visaConsulate': 'Посольство или консульство, в которое Вы обращаетесь',
  'question.visaConsulate.help': 'Страна и город, например: Таиланд, Пномпень.',
  'question.passportName': 'Имя и фамилия, как в паспорте',
  'question.passportName.help': 'Буква в букву, как в двух строках внизу страницы.',
  'question.passportNumber': 'Номер паспорта',
  'question.passportCountry': 'Страна, выдавшая паспорт',
  'question.passportExpiresOn': 'Дата окончания срока действия паспорта',
  'question.birthDate': 'Дата рождения',
  'answer.yes': 'Да',
  'answer.no': 'Нет',
  'form.bot-check.busy':
    'Просьба немного подождать: Ваша регистрация будет отправлена через несколько секунд.',

  // Names of fields
  'field.representation': 'Кого Вы представляете',
  'field.state': 'Государство',
  'field.organisation': 'Название организации',
  'field.organisationKind': 'Вид организации',
  'field.delegationRole': 'Ваша роль в делегации',
  'field.title': 'Обращение',
  'field.givenName': 'Имя',
  'field.familyName': 'Фамилия',
  'field.position': 'Должность',
  'field.institution': 'Учреждение',
  'field.email': 'Электронная почта',
  'field.phone': 'Телефон',
  'field.language': 'Язык направляемых Вам сообщений',
  'field.dietary': 'Требования к питанию',
  'field.accessibility': 'Требования в отношении доступности',
  'field.visaLetter': 'Письмо для оформления визы',
  'field.code': 'Код Вашего приглашения',
  'field.listConsent': 'Согласие на включение в список',
  'field.privacyNotice': 'Уведомление о конфиденциальности',
  'field.reference': 'Регистрационный номер',
  'field.reason': 'Причина',
  'field.order': 'Место среди участников с той же ролью',
  'field.noteReference': 'Номер ноты',
  'field.noteDate': 'Дата ноты',
  'field.noteFile': 'Файл PDF',
  'organisation-kind.igo': 'Межправительственная организация',
  'organisation-kind.ngo': 'Неправительственная организация',
  'organisation-kind.media': 'Средства массовой информации',
  'organisation-kind.host': 'Принимающая сторона или соорганизатор совещания',
  'organisation-kind.secretariat': 'Секретариат Конвенции',
  'language.ar': 'العربية',
  'language.zh': '中文',
  'language.en': 'English',
  'language.fr': 'Français',
  'language.ru': 'Русский',
  'language.es': 'Español',

  // What can be wrong with a field: in general, and for one field
  'error.required': '{label}: необходимо заполнить',
  'error.required.givenName': 'Введите имя',
  'error.required.familyName': 'Введите фамилию',
  'error.required.email': 'Введите адрес электронной почты',
  'error.required.organisation': 'Введите название организации',
  'error.type': '{label}: недопустимый вид данных',
  'error.too-long':
    '{label}: не более {max, plural, one {# знака} few {# знаков} many {# знаков} other {# знака}}',
  'error.characters':
    '{label}: удалите переносы строк, а также невидимые и управляющие символы, например введя текст заново',
  'error.not-a-name':
    '{label}: используйте буквы, без таких символов, как < > = @, без эмодзи и веб-адресов',
  'error.link':
    '{label}: не указывайте адреса веб-сайтов и электронной почты; после каждой точки ставьте пробел',
  'error.email': 'Введите адрес электронной почты, например name@ministry.example',
  'error.phone': 'Введите номер телефона только цифрами, например +66 2 391 0577',
  'error.choose': '{label}: выберите один из ответов',
  'error.choose.representation': 'Укажите, кого Вы представляете',
  'error.choose.state': 'Выберите государство или Европейский союз',
  'error.choose.organisationKind': 'Выберите вид организации',
  'error.choose.delegationRole': 'Выберите роль в делегации',
  'error.choose.language': 'Выберите язык сообщений',
  'error.choose.listConsent': 'Укажите, в какой список можно включить сведения о Вас',
  'error.question': '«{label}»',
  'error.date': '{label}: укажите календарную дату, например 2026-03-04',
  'error.too-early': '{label}: укажите {max} или более позднюю дату',
  'error.too-late': '{label}: укажите {max} или более раннюю дату',
  'error.number':
    '{label}: укажите число цифрами, отделяя десятичную часть точкой, например 3 или 2.5',
  'error.too-small': '{label}: укажите {max} или большее число',
  'error.too-large': '{label}: укажите {max} или меньшее число',
  'error.required.reason': 'Укажите причину: она сообщается тому, чья регистрация отклонена',
  'error.required.noteReference': 'Введите номер ноты',
  'error.required.noteDate': 'Введите дату ноты',
  'error.missing.noteFile': 'Файл не получен: выберите его еще раз',
  'error.not-a-pdf.noteFile': 'Это не файл PDF: выберите другой файл',
  'error.order': '{label}: укажите число от 1 до 999 или оставьте поле пустым',
  'error.day': '{label}: введите дату, например 2026-03-14',
  'error.reference': '{label}: введенное значение не является таким номером',
  'error.yes-or-no': '{label}: ответьте «да» или «нет»',
  'error.accept': 'Прочтите уведомление о конфиденциальности и выразите согласие с ним',
  'error.unknown-field': '«{label}»: такого поля в этой форме нет, исключите его',
  'error.not-admitted': 'Те, кого Вы представляете, на это совещание не допускаются',
  'error.code-needed':
    'Введите код Вашего приглашения: это совещание открыто для тех, у кого есть такой код',
  'error.code-unknown': 'Для этого совещания такого кода нет: скопируйте код из приглашения',
  'error.code-revoked': 'Этот код отозван: запросите у организаторов новый',
  'error.code-expired': 'Срок действия этого кода истек: запросите у организаторов новый',
  'error.code-used-up': 'Этот код уже использован всеми, для кого он предназначался',
  'error.code-other-category': 'Этот код предназначен для участников другой категории',
  'error.code-other-delegation': 'Этот код предназначен для другой делегации',
  'error.idempotency-key': 'Idempotency-Key должен содержать от 1 до 200 печатных символов ASCII',

  // Problems, as pages and as problem details
  'problem.unreadable.title': 'Запрос не удается прочитать',
  'problem.unreadable.detail':
    'Содержание запроса не соответствует указанному в Content-Type или не содержит полей: JSON должен быть объектом. Проверьте его и отправьте еще раз.',
  'problem.not-found.title': 'Не найдено',
  'problem.not-found.detail':
    'По этому адресу ничего нет. Если Вы перешли по ссылке из электронного сообщения, убедитесь, что она скопирована полностью.',
  'problem.method-not-allowed.title': 'Такой способ обращения невозможен',
  'problem.method-not-allowed.detail': 'Этот адрес не принимает данный метод.',
  'problem.already-registered.title': 'Этот адрес уже зарегистрирован',
  'problem.already-registered.detail':
    'Изменения не внесены. Проверьте входящие сообщения по этому адресу, включая нежелательную почту: в нашем сообщении содержится личная ссылка на регистрацию. Если с момента отправки последнего сообщения прошло более часа, мы только что отправили его снова.',
  'problem.person-registered.title': 'Этот адрес уже зарегистрирован',
  'problem.person-registered.detail':
    'Изменения не внесены. С этим адресом на данное совещание уже зарегистрирован участник. Если он входит в состав Вашей делегации, он указан на ее странице; в противном случае используйте другой адрес или напишите по адресу {contact}.',
  'problem.seats-full.title': 'Свободных мест нет',
  'problem.seats-full.detail':
    'Данные не сохранены. Места освобождаются при отмене регистраций: повторите попытку позднее или напишите по адресу {contact}.',
  'problem.already-withdrawn.title': 'Эта регистрация уже отменена',
  'problem.already-withdrawn.detail': 'Изменения не внесены.',
  'problem.not-possible.title': 'Это действие более невозможно',
  'problem.not-possible.detail':
    'Изменения не внесены. За это время состояние регистрации изменилось: ознакомьтесь с ним на ее странице.',
  'problem.head-seated.title': 'У этого участника пока нет места',
  'problem.head-seated.detail':
    'Изменения не внесены. У делегации есть глава, за которым закреплено место; другой участник может стать главой делегации только после получения места.',
  'problem.changed-meanwhile.title': 'За это время Ваша регистрация была изменена',
  'problem.changed-meanwhile.detail':
    'Данные не сохранены. Сведения уже не те, что были, когда Вы начали: они изменены в другом окне либо координатором или организаторами. Откройте свою личную страницу, проверьте приведенные ниже ответы и, если они по-прежнему верны, сохраните их еще раз.',
  'problem.offer-expired.title': 'Срок предложения истек',
  'problem.offer-expired.detail':
    'Место сохранялось за Вами до времени, указанного в нашем сообщении, и теперь предложено следующему по очереди. Вы можете зарегистрироваться снова, пока регистрация открыта.',
  'problem.registration-erased.title': 'Данные этой регистрации удалены',
  'problem.registration-erased.detail':
    'Ничего не записано. Этот запрос уже направлялся, и данные созданной по нему регистрации с тех пор удалены. Чтобы зарегистрироваться заново, отправьте запрос с другим значением Idempotency-Key.',
  'problem.registration-not-open.title': 'Регистрация еще не открыта',
  'problem.registration-not-open.detail':
    'Регистрация на это совещание будет открыта с {opensOn} по {closesOn} включительно.',
  'problem.registration-closed.title': 'Регистрация завершена',
  'problem.registration-closed.detail':
    'Регистрация на это совещание была открыта с {opensOn} по {closesOn} включительно. Если Вам по-прежнему необходимо принять участие, напишите по адресу {contact}.',
  'problem.meeting-over.title': 'Совещание завершилось',
  'problem.meeting-over.detail': 'После последнего дня совещания изменить регистрацию невозможно.',
  'problem.meeting-cancelled.title': 'Это совещание отменено',
  'problem.meeting-cancelled.detail':
    'Изменения не внесены. Организаторы отменили совещание: зарегистрироваться на него больше нельзя, а регистрацию можно только отменить.',
  'problem.too-large.title': 'Слишком большой объем запроса',
  'problem.too-large.detail': 'Максимальный объем регистрации: {max, number} байт.',
  'problem.unsupported-type.title': 'Этот вид содержания не поддерживается',
  'problem.unsupported-type.detail':
    'Используйте application/json, application/x-www-form-urlencoded или multipart/form-data.',
  'problem.invalid.title': 'Проверьте некоторые ответы',
  'problem.invalid.detail':
    '{count, plural, one {# ответ отсутствует или не может быть принят} few {# ответа отсутствуют или не могут быть приняты} many {# ответов отсутствуют или не могут быть приняты} other {# ответа отсутствуют или не могут быть приняты}}. Данные не сохранены.',
  'problem.category-not-admitted.title': 'Эта категория на совещание не допускается',
  'problem.category-not-admitted.detail':
    '{reason} Ваша категория участия: {category}. Эта категория на данное совещание не допускается. Если Вы полагаете, что она должна допускаться, напишите по адресу {contact}.',
  'problem.idempotency-key-reused.title':
    'Этот Idempotency-Key уже использован для другого запроса',
  'problem.idempotency-key-reused.detail':
    'Для новой регистрации используйте новый ключ. Данные не сохранены.',
  'problem.address-suppressed.title': 'Мы больше не пишем по этому адресу',
  'problem.address-suppressed.detail':
    'Ничего не отправлено: одно из сообщений по этому адресу было возвращено или отмечено как нежелательное. Исправьте адрес или напишите по адресу {contact}.',
  'problem.too-soon.title': 'Сообщение отправлено менее часа назад',
  'problem.too-soon.detail':
    'Доставка может занять несколько минут; проверьте также нежелательную почту. Повторно запросить сообщение можно через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
  'problem.registered-too-often.title':
    'С этим адресом сегодня слишком часто регистрировались и отменяли регистрацию',
  'problem.registered-too-often.detail':
    'Данные не сохранены. Снова зарегистрироваться с этим адресом можно через {hours, plural, one {# час} few {# часа} many {# часов} other {# часа}}. Если это необходимо сделать раньше, напишите по адресу {contact}.',
  'problem.too-many-requests.title': 'Слишком много запросов',
  'problem.too-many-requests.detail':
    'Из Вашей сети или для этого адреса электронной почты поступило больше запросов, чем обычно. Действие не выполнено. Повторите попытку через {minutes, plural, one {# минуту} few {# минуты} many {# минут} other {# минуты}}.',
  'problem.bot-check-required.title': 'Еще один шаг',
  'problem.bot-check-required.detail':
    'Для этого совещания проводится проверка, исключающая массовую автоматическую отправку регистраций. Данные пока не сохранены, но введенный Вами текст остается в форме. Отправьте регистрацию еще раз не ранее чем через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}; больше ничего делать не требуется.',
  'problem.internal.title': 'Произошла ошибка на нашей стороне',
  'problem.internal.detail':
    'Данные не сохранены. Повторите попытку; если ошибка повторится, напишите организаторам.',
  'problem.busy.title': 'В данный момент регистрируется слишком много участников',
  'problem.busy.detail': 'Данные не сохранены. Повторите попытку через несколько секунд.',

  // The private page of a registration
  'registration.confirmed': 'Ваша регистрация подтверждена',
  'registration.pending': 'Ваша регистрация получена',
  'registration.waitlisted': 'Вы включены в лист ожидания',
  'registration.offered': 'Вам предложено место',
  'registration.declined': 'Ваша регистрация не принята',
  'registration.withdrawn': 'Ваша регистрация отменена',
  'registration.confirmed.lead':
    'Мы направили сообщение по адресу {email}. Не передавайте другим ссылку на эту страницу: любой, у кого она есть, может изменить и отменить регистрацию.',
  'registration.pending.lead':
    'Она еще не подтверждена: сначала требуется ее одобрение координатором Вашей делегации или организаторами. Как только она будет одобрена, мы направим сообщение по адресу {email}.',
  'registration.waitlisted.lead':
    'Все места заняты. Очередное освободившееся место предлагается тому, кто ожидает дольше всех: о предложении мы сообщим по адресу {email}. Не отправляйтесь в поездку до подтверждения Вашей регистрации.',
  'registration.offered.lead':
    'Место сохраняется за Вами; срок предложения истекает {until}. Примите место до этого времени, иначе оно перейдет следующему по очереди.',
  'registration.offer-over.lead':
    'Место сохранялось за Вами; срок предложения истек {until}, и место предлагается следующему по очереди.',
  'registration.declined.lead': 'Если Вы полагаете, что это ошибка, напишите по адресу {contact}.',
  'registration.declined.because':
    'Если Вы полагаете, что это ошибка, напишите по адресу {contact}. Указанная причина: {reason}',
  'registration.offer-expired.lead':
    'Предложенное Вам место не было принято в срок и предназначается теперь следующему по очереди. Вы можете зарегистрироваться снова, пока регистрация открыта.',
  'registration.replaced.lead':
    'Координатор Вашей делегации назначил вместо Вас другого участника, к которому перешло Ваше место. Если Вы полагаете, что это ошибка, напишите по адресу {contact}.',
  'registration.withdrawn.lead': 'Вы можете зарегистрироваться снова, пока регистрация открыта.',
  'registration.category': 'Категория',
  'registration.delegation': 'Делегация',
  'registration.name': 'Имя и фамилия',
  'registration.registered-at': 'Время регистрации',
  'registration.calendar': 'Добавить в календарь',
  'registration.resend': 'Отправить мне сообщение еще раз',
  'registration.resent': 'Мы еще раз отправили сообщение по адресу {email}.',
  'registration.accept': 'Принять место',
  'registration.refuse': 'Отказаться от места',
  'registration.withdraw': 'Отменить мою регистрацию',
  'registration.withdraw.title': 'Отменить эту регистрацию?',
  'registration.withdraw.lead':
    'Ваше место перейдет к другому участнику, и сохранить его за Вами будет невозможно. Вы получите сообщение об отмене регистрации.',
  'registration.withdraw.lead.no-seat':
    'Ваша регистрация будет прекращена. Вы получите сообщение об отмене регистрации.',
  'registration.withdraw.keep': 'Сохранить мою регистрацию',
  'registration.yes': 'Да',
  'registration.still.confirmed': 'Ваша регистрация, как и прежде, подтверждена.',
  'registration.still.pending': 'Ваша регистрация по-прежнему ожидает одобрения.',
  'registration.still.waitlisted': 'Вы по-прежнему находитесь в листе ожидания.',
  'registration.still.offered':
    'Предложенное Вам место по-прежнему сохраняется за Вами; срок предложения истекает {until}.',
  'registration.saved': 'Ваши изменения сохранены.',
  'registration.edit': 'Изменить мою регистрацию',
  'registration.undelivered': 'Наши сообщения до Вас не доходят',
  'registration.undelivered.returned':
    'Сообщение, направленное по адресу {email}, было возвращено {day}, поэтому мы больше не пишем по этому адресу. Просьба проверить и исправить его; если адрес верен, напишите по адресу {contact}.',
  'registration.undelivered.refused':
    '{day} почтовый ящик {email} не принял наше сообщение: возможно, он переполнен или временно недоступен. Просьба освободить в нем место и запросить сообщение еще раз либо указать другой адрес.',
  'registration.undelivered.complained':
    '{day} наше сообщение, направленное по адресу {email}, было отмечено как нежелательное, поэтому мы больше не пишем по этому адресу. Просьба указать другой адрес; если это произошло по ошибке, напишите по адресу {contact}.',
  'registration.undelivered.rejected':
    'Наше сообщение от {day} по адресу {email} не удалось отправить. Просьба запросить его еще раз.',
  'registration.undelivered.action': 'Исправить адрес',
  'registration.undelivered.closed':
    'Изменить адрес на этой странице больше нельзя: просьба написать по адресу {contact}.',
  'registration.complete': 'Просьба дополнить Ваши данные',
  'registration.complete.lead':
    'Регистрация была оформлена за Вас. Часть Ваших данных отсутствует, и Вам еще не сообщалось, как эти данные используются. Заполнение занимает около трех минут.',
  'registration.complete.action': 'Дополнить мои данные',
  'registration.preferences': 'Сохранить',
  'registration.data': 'Скачать мои данные',
  'registration.erase': 'Удалить мои данные',

  // Reminders, and the page that ends them
  'registration.practical': 'Практическая информация',
  'reminders.title': 'Напоминания',
  'reminders.on': 'Перед началом совещания мы направляем Вам напоминание по электронной почте.',
  'reminders.off':
    'Вы не получаете напоминаний. Сообщения, касающиеся самой регистрации, по-прежнему направляются.',
  'reminders.stop': 'Отказаться от напоминаний',
  'reminders.resume': 'Снова получать напоминания',
  'delegation.reminders.on':
    'Пока в делегации никто не зарегистрирован, мы направляем Вам напоминание по электронной почте до завершения регистрации.',
  'delegation.reminders.off':
    'Вы не получаете напоминаний. Сообщения, требующие Вашего ответа, по-прежнему направляются.',
  'unsubscribe.title': 'Отказаться от напоминаний?',
  'unsubscribe.lead':
    'Вы больше не будете получать напоминаний об этом совещании. Сообщения, касающиеся самой регистрации, например подтверждения и предложения мест, будут направляться по-прежнему.',
  'unsubscribe.do': 'Отказаться от напоминаний',
  'unsubscribed.title': 'Вы отказались от напоминаний',
  'unsubscribed.lead':
    'Вы больше не будете получать напоминаний об этом совещании. Если Вы передумаете, их можно снова включить на личной странице, ссылка на которую содержится в других наших сообщениях.',

  // Changing a registration
  'edit.title': 'Изменение Вашей регистрации',
  'edit.save': 'Сохранить',
  'edit.cancel': 'Ничего не менять',
  'edit.taking-part-as': 'Ваша категория участия:',
  'edit.would-take-part-as': 'Ваша категория участия после сохранения изменений:',
  'edit.email-hint':
    'По этому адресу направляются сообщения о Вашей регистрации. При его изменении мы уведомим об этом по прежнему адресу.',
  'edit.fixed':
    'Регистрация завершена, поэтому эти сведения и Ваш адрес электронной почты изменить здесь уже нельзя. Если изменения необходимы, напишите по адресу {contact}.',
  'edit.renaming':
    'Ваша регистрация одобрена на это имя. Небольшое исправление в его написании на одобрение не влияет. Если Вы сохраните другое имя, Вашу регистрацию потребуется одобрить заново: это сделают координатор делегации или организаторы. Если за Вами сейчас закреплено место, оно перейдет к другому участнику.',
  'edit.leaving.validated':
    'Если Вы сохраните изменения, Вашу регистрацию потребуется одобрить заново: это сделают координатор новой делегации или организаторы. Если за Вами сейчас закреплено место, оно перейдет к другому участнику.',
  'edit.leaving.seat':
    'Если Вы сохраните изменения, Ваше нынешнее место будет заменено местом в новой делегации или категории. Если свободных мест там нет, все останется без изменений и нынешнее место сохранится за Вами.',
  'edit.leaving.pending':
    'Если Вы сохраните изменения, одобрения Вашей регистрации больше не потребуется: при наличии свободного места в новой делегации или категории оно сразу же будет предоставлено Вам.',
  'edit.leaving.waitlisted': 'Если Вы сохраните изменения, Вы перейдете в конец листа ожидания.',

  // Erasing a registration
  'erase.title': 'Удалить Ваши данные?',
  'erase.lead': 'Это действие необратимо. Сообщение о нем не направляется.',
  'erase.live': 'Ваше участие прекращается, и Ваше место переходит к другому участнику.',
  'erase.live.no-seat': 'Ваше участие прекращается.',
  'erase.goes': 'Что удаляется',
  'erase.goes.person':
    'Ваши имя и обращение, адрес электронной почты, номер телефона, должность, учреждение и организация, сообщенные Вами сведения о том, что Вам необходимо, и все остальные ответы',
  'erase.goes.messages':
    'Наши сообщения Вам; сообщение, которое еще не отправлено, отправлено не будет. Сообщения в Вашем почтовом ящике сохранятся.',
  'erase.goes.link': 'Эта страница: ссылка на нее перестанет действовать',
  'erase.stays': 'Что сохраняется без указания Вашего имени',
  'erase.stays.count':
    'Регистрационный номер, категория, государство (если Вы его представляете), итог регистрации и даты: для статистики совещания',
  'erase.stays.log':
    'Запись о том, что и когда было сделано, без указания имен: для ответов на вопросы о регистрации',
  'erase.stays.delivery':
    'Сведения о том, доставлялись ли Вам наши сообщения, под кодом вместо адреса электронной почты: в течение {days, plural, one {# дня} few {# дней} many {# дней} other {# дня}} либо все время, пока отправка на этот адрес прекращена',
  'erase.stays.lists':
    'Списки участников, отправленные организаторам ранее: чтобы сведения о Вас были исключены из них, напишите по адресу {contact}',
  'erase.do': 'Удалить мои данные',
  'erase.keep': 'Сохранить мои данные',
  'erased.title': 'Ваши данные удалены',
  'erased.lead':
    'Регистрация {reference} больше не содержит никаких сведений, позволяющих установить Вашу личность, и ссылка на нее не действует. Если Вы все же пожелаете принять участие, Вы можете зарегистрироваться заново, пока регистрация открыта.',

  // The page of a focal point
  'delegation.title': 'Делегация: {name}',
  'delegation.lead': 'Регистраций, ожидающих Вашего ответа, нет.',
  'delegation.lead.pending':
    '{count, plural, one {Вашего ответа ожидает # человек} few {Вашего ответа ожидают # человека} many {Вашего ответа ожидают # человек} other {Вашего ответа ожидают # человека}}. До Вашего ответа ничье участие не подтверждается.',
  'delegation.heads':
    'В качестве главы делегации зарегистрированы: {names}. У делегации может быть только один глава: укажите его в разделе «Роль и порядок».',
  'delegation.seats': 'Места',
  'delegation.seats.taken':
    '{taken, plural, =0 {Занятых мест нет} one {Занято # место} few {Занято # места} many {Занято # мест} other {Занято # места}}',
  'delegation.seats.of': 'Занято мест: {taken, number} из {ceiling, number}',
  'delegation.seats.left':
    '{left, plural, =0 {Свободных мест нет} one {Свободно # место} few {Свободно # места} many {Свободно # мест} other {Свободно # места}}',
  'delegation.seats.no-limit': 'Число мест не ограничено',
  'delegation.seats.meeting-full': 'Все места на совещании заняты.',
  'delegation.seats.held':
    'Свободные места в первую очередь предлагаются лицам, включенным в лист ожидания.',
  'delegation.focal-point': 'Координатор',
  'delegation.note': 'Нота о назначении',
  'delegation.note.none': 'Пока не указана.',
  'delegation.note.of': '{reference} от {date}',
  'delegation.note.add': 'Указать',
  'delegation.note.change': 'Изменить',
  'delegation.file': 'Файл ноты',
  'delegation.file.none': 'Пока не направлен.',
  'delegation.file.kept': 'PDF, {size} МБ.',
  'delegation.file.save': 'Скачать файл',
  'delegation.file.send': 'Направить файл',
  'delegation.file.replace': 'Заменить файл',
  'delegation.closes':
    'Назначение участников — до {closesOn} включительно. Замена участников возможна и позднее.',
  'delegation.pending': 'Ожидают Вашего ответа',
  'delegation.coming': 'В составе делегации',
  'delegation.waiting': 'Ожидают места',
  'delegation.waiting.hint':
    'Очередное освободившееся место предлагается тому, кто ожидает дольше всех.',
  'delegation.ended': 'Не участвуют',
  'delegation.none': 'В этой делегации пока никто не зарегистрирован.',
  'delegation.moved-on':
    'Изменения не внесены: за это время был дан ответ или изменилось состояние регистрации. Ниже показано текущее положение.',
  'delegation.private':
    'Ссылка на эту страницу предназначена только для Вас: тот, у кого она есть, определяет состав делегации. Если она могла попасть к другому лицу, напишите по адресу {contact}, чтобы получить новую.',
  'delegation.status.pending': 'Ожидает ответа',
  'delegation.status.confirmed': 'Подтверждено',
  'delegation.status.offered': 'Место предложено',
  'delegation.status.waitlisted': 'В листе ожидания',
  'delegation.status.declined': 'Отклонено',
  'delegation.status.withdrawn': 'Отменено',
  'delegation.nominated-by': 'Назначение произвел координатор: {by}.',
  'delegation.incomplete': 'Данные еще не дополнены.',
  'delegation.undelivered': 'Наши сообщения на этот адрес не доходят.',
  'delegation.offered-until': 'Срок предложения места истекает {until}.',
  'delegation.waiting-since': 'Ожидание с {day}',
  'delegation.declined-because': 'Указанная причина: {reason}',
  'delegation.withdrawn.asked': 'Регистрация отменена участником.',
  'delegation.withdrawn.offer-expired': 'Место не принято в срок.',
  'delegation.withdrawn.replaced': 'Произведена замена.',
  'delegation.approve': 'Одобрить',
  'delegation.decline': 'Отклонить',
  'delegation.role': 'Роль и порядок',
  'delegation.role-order': '{role}, № {order}',
  'delegation.replace': 'Заменить',
  'delegation.nominate': 'Назначить участника',
  'delegation.back': 'Назад',
  'delegation.decline.title': 'Отклонить регистрацию: {person}?',
  'delegation.decline.lead':
    'Участнику будет направлен текст причины в том виде, в каком Вы его напишете. Повторная регистрация возможна.',
  'delegation.decline.submit': 'Отклонить',
  'delegation.reason-hint':
    'Не более 500 знаков, например: «Нас представляют только два человека».',
  'delegation.role.title': 'Роль и порядок: {person}',
  'delegation.role.lead':
    'Этим определяется порядок в списке участников: сначала глава делегации, затем остальные по ролям, а в пределах одной роли — в указанном Вами порядке.',
  'delegation.role.submit': 'Сохранить',
  'delegation.role-label': 'Роль в делегации',
  'delegation.head-hint':
    'Нынешний глава делегации: {head}. Если Вы укажете другого главу, {head} получит роль: {role}.',
  'delegation.head-needs-seat':
    'Главой делегации вместо нынешнего может стать только участник, получивший место.',
  'delegation.order-hint':
    '1 — первое место. Без номера: после тех, у кого он есть, в алфавитном порядке.',
  'delegation.nominate.title': 'Назначить участника',
  'delegation.nominate.lead':
    'Назначение означает и Ваше одобрение: при наличии свободного места участие подтверждается сразу, в противном случае участник включается в лист ожидания. Ему направляется личная ссылка, чтобы он мог дополнить свои данные.',
  'delegation.nominate.submit': 'Назначить',
  'delegation.replace.title': 'Замена: {person}',
  'delegation.replace.lead':
    'Место переходит непосредственно от одного участника к другому и ни на какое время не освобождается. Оба получат уведомление по электронной почте.',
  'delegation.replace.submit': 'Заменить',
  'delegation.email-hint': 'Собственный адрес участника: по нему направляется личная ссылка.',
  'delegation.language': 'Язык направляемых участнику сообщений',
  'delegation.note.title': 'Нота о назначении',
  'delegation.note.lead':
    'Письмо, которым Ваши компетентные органы назначили делегацию: укажите его так, чтобы организаторы могли его найти.',
  'delegation.note.submit': 'Сохранить',
  'delegation.note-hint': 'Как указано в ноте, например NV/2026/117.',
  'delegation.file.title': 'Направить ноту о назначении',
  'delegation.file.lead':
    'Файл доступен только организаторам. После совещания он удаляется вместе с адресами участников.',
  'delegation.file.hint': 'Файл PDF объемом до 5 МБ. Просьба направить его в течение 15 минут.',
  'delegation.file.too-large':
    'Размер файла превышает 5 МБ. Выберите файл меньшего размера, например черно-белый скан.',
  'delegation.file.submit': 'Направить',
  'delegation.file.arrived':
    'Файл получен. Сохранить его в качестве ноты о назначении Вашей делегации?',
  'delegation.file.keep': 'Сохранить файл',
  'delegation.done.approve.confirmed': '{person}: участие подтверждено, уведомление направлено.',
  'delegation.done.approve.waitlisted':
    '{person}: регистрация одобрена, но свободных мест сейчас нет; участник включен в лист ожидания. Уведомление направлено.',
  'delegation.done.decline.declined':
    '{person}: регистрация отклонена, уведомление с указанием причины направлено.',
  'delegation.done.role.set': 'Изменения сохранены. {person}: {role}.',
  'delegation.done.former-head':
    '{former} больше не является главой делегации, новая роль: {role}.',
  'delegation.done.head-stays':
    'Главой делегации остается {head}. {person}: {role}, места пока нет. Назначить этого участника главой делегации можно будет после получения им места.',
  'delegation.done.nominate.confirmed':
    '{person}: назначение произведено, место предоставлено. Мы направили сообщение по адресу {email}.',
  'delegation.done.nominate.waitlisted':
    '{person}: назначение произведено, но свободных мест сейчас нет; участник включен в лист ожидания. Мы направили сообщение по адресу {email}.',
  'delegation.done.replace.confirmed':
    'Замена произведена: выбывает {former}, место занимает {person}. Уведомления направлены обоим участникам.',
  'delegation.done.note': 'Сведения о ноте о назначении сохранены.',
  'delegation.done.file': 'Файл ноты о назначении сохранен.',

  // Messages: what they share, then one section for each kind
  'mail.preheader.confirmation': 'Регистрационный номер: {reference}. {dates}, {place}.',
  'mail.preheader.withdrawal':
    'От Вас больше ничего не требуется. Регистрационный номер: {reference}.',
  'mail.preheader.participant-list':
    '{people, plural, =0 {Пока никто не зарегистрирован} one {# участник} few {# участника} many {# участников} other {# участника}}. Список прилагается.',
  'mail.dear': 'Уважаемый (уважаемая) {name}!',
  'mail.when': 'Даты',
  'mail.where': 'Место проведения',
  'mail.link': 'Ссылка для участия в режиме онлайн',
  'mail.reference': 'Регистрационный номер',
  'mail.category': 'Категория',
  'mail.delegation': 'Делегация',
  'mail.questions':
    'Вопросы направляйте по адресу {contact}. Ответ на это сообщение поступит на тот же адрес.',
  'mail.why.participant':
    'Вы получили это сообщение, поскольку этот адрес был указан при регистрации на совещание. Если это сделали не Вы, напишите по адресу {contact}.',
  'mail.unsubscribe': 'Отказаться от напоминаний об этом совещании',
  'mail.sent-by':
    'Отправлено через Plenary — систему регистрации на межправительственные совещания.',
  'mail.confirmation.subject': 'Регистрация подтверждена: {title} ({reference})',
  'mail.confirmation.eyebrow': 'Регистрация подтверждена',
  'mail.confirmation.lead': 'Ваша регистрация на это совещание подтверждена.',
  'mail.confirmation.manage': 'Управлять моей регистрацией',
  'mail.confirmation.private':
    'Эта ссылка предназначена только для Вас: любой, у кого она есть, может просмотреть, изменить и отменить Вашу регистрацию. Просьба не пересылать это сообщение.',
  'mail.confirmation.calendar':
    'К сообщению приложена запись о совещании, подходящая для любого календаря.',
  'mail.calendar.description':
    'Ваша регистрация на совещание «{title}» подтверждена.\nРегистрационный номер: {reference}\nУправлять моей регистрацией (личная ссылка): {manageUrl}',
  'mail.calendar.updated':
    'Приложенная запись календаря заменяет ту, которую мы направили Вам ранее.',
  'mail.preheader.acknowledgement':
    'Регистрация еще не подтверждена. Регистрационный номер: {reference}.',
  'mail.acknowledgement.subject': 'Регистрация получена: {title} ({reference})',
  'mail.acknowledgement.eyebrow': 'Регистрация получена и ожидает одобрения',
  'mail.acknowledgement.lead':
    'Ваша регистрация на это совещание получена. Она еще не подтверждена: сначала требуется ее одобрение координатором Вашей делегации или организаторами. Как только она будет одобрена, мы снова направим Вам сообщение.',
  'mail.acknowledgement.again':
    'В Вашу регистрацию внесены изменения, и требуется ее повторное одобрение координатором Вашей делегации или организаторами. До этого она не подтверждена, и место за Вами не сохраняется. Как только она будет одобрена, мы снова направим Вам сообщение.',
  'mail.preheader.waiting-list': 'Все места заняты. Регистрационный номер: {reference}.',
  'mail.waiting-list.subject': 'Лист ожидания: {title} ({reference})',
  'mail.waiting-list.eyebrow': 'Лист ожидания',
  'mail.waiting-list.lead':
    'Все доступные Вам места на этом совещании заняты, и Вы включены в лист ожидания. Очередное освободившееся место предлагается тому, кто ожидает дольше всех. Мы сообщим Вам, когда подойдет Ваша очередь и место можно будет принять.',
  'mail.waiting-list.travel':
    'Просьба не отправляться в поездку до подтверждения Вашей регистрации.',
  'mail.preheader.offer': 'Срок предложения истекает {until}. Регистрационный номер: {reference}.',
  'mail.offer.subject':
    'Вам предложено место, срок предложения истекает {until}: {title} ({reference})',
  'mail.offer.eyebrow': 'Вам предложено место',
  'mail.offer.lead':
    'Освободилось место, и Вы можете его принять; срок предложения истекает {until}. После этого место будет предложено следующему по очереди.',
  'mail.offer.manage': 'Принять место или отказаться от него',
  'mail.offer.until': 'Срок предложения истекает',
  'mail.preheader.offer-expiring':
    'Вы еще не приняли предложенное место. Регистрационный номер: {reference}.',
  'mail.offer-expiring.subject':
    'Требуется Ваш ответ, срок предложения истекает {until}: {title} ({reference})',
  'mail.offer-expiring.eyebrow': 'Ожидается Ваш ответ о предложенном месте',
  'mail.offer-expiring.lead':
    'Вам предложено место, но мы пока не получили Вашего ответа. Срок предложения истекает {until}; после этого место будет предложено следующему по очереди. Других напоминаний не будет.',
  'mail.preheader.offer-expired':
    'Место не было принято в срок. Регистрационный номер: {reference}.',
  'mail.offer-expired.subject': 'Срок предложения места истек: {title} ({reference})',
  'mail.offer-expired.eyebrow': 'Срок предложения истек',
  'mail.offer-expired.lead':
    'Предложенное Вам место не было принято в срок и предназначается теперь следующему по очереди. В связи с этим Ваша регистрация прекращена.',
  'mail.preheader.declined': 'Регистрационный номер: {reference}.',
  'mail.declined.subject': 'Регистрация не принята: {title} ({reference})',
  'mail.declined.eyebrow': 'Регистрация не принята',
  'mail.declined.lead': 'Ваша регистрация на это совещание не принята.',
  'mail.declined.reason': 'Указанная причина',
  'mail.declined.mistake': 'Если Вы полагаете, что это ошибка, напишите по адресу {contact}.',
  'mail.withdrawal.subject': 'Регистрация отменена: {title} ({reference})',
  'mail.withdrawal.eyebrow': 'Регистрация отменена',
  'mail.withdrawal.lead': 'Указанная ниже регистрация отменена. От Вас больше ничего не требуется.',
  'mail.withdrawal.again':
    'Если Ваши планы изменятся, Вы можете зарегистрироваться снова, пока регистрация открыта и есть свободные места. Это будет новая регистрация с новым номером.',
  'mail.withdrawal.calendar':
    'К сообщению приложена отмена записи в календаре. Если совещание в нем осталось, просьба удалить эту запись.',
  'mail.withdrawal.not-you':
    'Если регистрацию отменили не Вы, как можно скорее напишите по адресу {contact}.',
  'mail.withdrawal.manage': 'Просмотреть мою регистрацию',
  'mail.name': 'Имя и фамилия',
  'mail.preheader.details-changed':
    'Просьба проверить, все ли указано верно. Регистрационный номер: {reference}.',
  'mail.details-changed.subject': 'Регистрация изменена: {title} ({reference})',
  'mail.details-changed.eyebrow': 'Регистрация изменена',
  'mail.details-changed.lead':
    'В Вашу регистрацию на это совещание внесены изменения. Просьба проверить, все ли в ней теперь указано верно.',
  'mail.details-changed.what': 'Измененные сведения',
  'mail.details-changed.name': 'Ваше имя',
  'mail.details-changed.representation': 'представляемое Вами государство или организация',
  'mail.details-changed.role': 'Ваша роль в делегации',
  'mail.details-changed.email': 'Ваш адрес электронной почты',
  'mail.details-changed.not-you':
    'Если изменения внесли не Вы, как можно скорее напишите по адресу {contact}.',
  'mail.preheader.address-changed':
    'Отныне сообщения о регистрации направляются по другому адресу. Регистрационный номер: {reference}.',
  'mail.address-changed.subject': 'Адрес электронной почты изменен: {title} ({reference})',
  'mail.address-changed.eyebrow': 'Адрес электронной почты изменен',
  'mail.address-changed.lead':
    'В указанную ниже регистрацию внесено изменение на ее личной странице: отныне сообщения о ней направляются по другому адресу; настоящее сообщение — последнее, направляемое по этому адресу.',
  'mail.address-changed.not-you':
    'Если регистрация оформлена на Вас и адрес изменили не Вы, как можно скорее напишите по адресу {contact}.',
  'mail.preheader.nomination': 'Дополните свои данные. Регистрационный номер: {reference}.',
  'mail.nomination.subject': 'Вы назначены участником: {title} ({reference})',
  'mail.nomination.eyebrow': 'Назначение',
  'mail.nomination.lead':
    'Координатор Вашей делегации ({by}) назначил Вас участником этого совещания.',
  'mail.nomination.confirmed': 'Вам предоставлено место, и Ваша регистрация подтверждена.',
  'mail.nomination.waiting':
    'В настоящее время все места заняты, и Вы включены в лист ожидания. Мы сообщим Вам, когда подойдет Ваша очередь и место можно будет принять. Просьба не отправляться в поездку до подтверждения Вашей регистрации.',
  'mail.nomination.details':
    'Пока у нас есть только Ваше имя и этот адрес. Дополните свои данные и укажите, в какой список можно включить сведения о Вас: до этого Ваше имя не будет значиться ни в одном публикуемом списке.',
  'mail.nomination.manage': 'Дополнить мои данные',
  'mail.nomination.not-you':
    'Если Вам ничего не известно об этом совещании или Вы не можете в нем участвовать, отмените регистрацию по той же ссылке или напишите по адресу {contact}.',
  'mail.preheader.replaced':
    'Вместо Вас участвует другое лицо. Регистрационный номер: {reference}.',
  'mail.replaced.subject': 'Замена в составе делегации: {title} ({reference})',
  'mail.replaced.eyebrow': 'Регистрация прекращена',
  'mail.replaced.lead':
    'Координатор Вашей делегации назначил вместо Вас другого участника. Ваша регистрация прекращена, и Ваше место перешло к нему.',
  'mail.preheader.meeting-changed':
    'Что изменилось и как было раньше. Регистрационный номер: {reference}.',
  'mail.meeting-changed.subject': 'Изменен порядок проведения совещания: {title} ({reference})',
  'mail.meeting-changed.eyebrow': 'Изменения, касающиеся совещания',
  'mail.meeting-changed.lead':
    'Организаторы изменили порядок проведения этого совещания. Что изменилось:',
  'mail.meeting-changed.before': 'Ранее: {before}',
  'mail.meeting-changed.no-sittings': 'пока не объявлены',
  'mail.meeting-changed.no-link': 'нет',
  'mail.meeting-changed.cannot':
    'Если Вы больше не можете принять участие, просьба отменить регистрацию по этой ссылке, чтобы место мог занять кто-то другой.',
  'mail.preheader.meeting-cancelled': 'Оно не состоится. Регистрационный номер: {reference}.',
  'mail.meeting-cancelled.subject': 'Совещание отменено: {title} ({reference})',
  'mail.meeting-cancelled.eyebrow': 'Совещание отменено',
  'mail.meeting-cancelled.lead':
    'Организаторы отменили это совещание: оно не состоится. Что касается Вашей регистрации, от Вас ничего не требуется.',
  'mail.meeting-cancelled.travel':
    'Если Вы забронировали проезд или проживание, просьба отменить бронирование.',

  'mail.meeting-reminder.subject': 'Напоминание: {title}, {dates} ({reference})',
  'mail.preheader.meeting-reminder': '{dates}, {place}. Регистрационный номер: {reference}.',
  'mail.meeting-reminder.eyebrow': 'Напоминание',
  'mail.meeting-reminder.lead':
    'До совещания осталось немного времени, и Ваша регистрация подтверждена. Будем рады видеть Вас в числе участников.',
  'mail.meeting-reminder.incomplete':
    'Часть Ваших данных все еще отсутствует. Просьба дополнить их до начала совещания и указать, в какой список можно включить сведения о Вас: до этого Ваше имя не будет значиться ни в одном публикуемом списке.',
  'mail.meeting-reminder.practical': 'Практическая информация от организаторов:',
  'mail.meeting-reminder.cannot-come':
    'Если Вы не можете принять участие, просьба отменить регистрацию по указанной выше ссылке, чтобы Ваше место могло занять другое лицо.',
  'mail.preheader.thank-you': 'Благодарим Вас за участие. Регистрационный номер: {reference}.',
  'mail.thank-you.subject': 'Благодарим за участие: {title} ({reference})',
  'mail.thank-you.eyebrow': 'Благодарность',
  'mail.thank-you.lead': 'Совещание завершилось. Благодарим Вас за участие.',
  'mail.thank-you.data':
    'По приведенной ниже ссылке Вы можете скачать данные, которые мы храним о Вас, или удалить их.',
  'mail.thank-you.private':
    'Эта ссылка предназначена только для Вас: любой, у кого она есть, может просмотреть, скачать и удалить Ваши данные. Просьба не пересылать это сообщение.',

  // Messages to focal points, and to organisers in place of one
  'mail.preheader.delegation-invitation': 'Просмотр и определение состава делегации ({name}).',
  'mail.delegation-invitation.subject': 'Делегация ({name}): {title}',
  'mail.delegation-invitation.eyebrow': 'Приглашение координатору',
  'mail.delegation-invitation.lead':
    'Вы являетесь координатором делегации на этом совещании ({name}). На странице Вашей делегации Вы можете видеть, кто зарегистрировался, принимать решения по регистрациям, назначать участников, указывать главу делегации и производить замены. Учетная запись не требуется.',
  'mail.delegation-invitation.renewed':
    'Это новая ссылка. Ссылки, направленные ранее, больше не действуют.',
  'mail.delegation-invitation.open': 'Открыть страницу моей делегации',
  'mail.delegation-invitation.private':
    'Эта ссылка предназначена для Вас: тот, у кого она есть, определяет состав Вашей делегации. Просьба не пересылать это сообщение.',
  'mail.delegation-invitation.why':
    'Вы получили это сообщение, поскольку организаторы указали этот адрес для делегации или совещания. Если следует указать другое лицо, напишите по адресу {contact}.',
  'mail.preheader.nomination-reminder': 'Регистрация завершается: {closes}.',
  'mail.nomination-reminder.subject': 'Пока никто не зарегистрирован ({name}): {title}',
  'mail.nomination-reminder.eyebrow': 'Напоминание координатору',
  'mail.nomination-reminder.lead':
    'До настоящего времени в делегации ({name}) никто не зарегистрирован и не назначен. После завершения регистрации сделать это будет невозможно.',
  'mail.nomination-reminder.closes': 'Завершение регистрации',
  'mail.nomination-reminder.what':
    'Назначьте участников на странице Вашей делегации или попросите их зарегистрироваться. Если в совещании никто не примет участия, просьба сообщить об этом по адресу {contact}.',
  'mail.preheader.delegation-meeting-changed': 'Что изменилось и как было раньше.',
  'mail.delegation-meeting-changed.subject':
    'Изменен порядок проведения совещания: {title} ({name})',
  'mail.delegation-meeting-changed.people':
    'Лица, зарегистрированные или назначенные в состав делегации ({name}), также получают эту информацию. Если кто-либо из них больше не может принять участие, Вы можете произвести замену на странице Вашей делегации.',
  'mail.preheader.delegation-meeting-cancelled': 'Оно не состоится.',
  'mail.delegation-meeting-cancelled.subject': 'Совещание отменено: {title} ({name})',
  'mail.delegation-meeting-cancelled.lead':
    'Организаторы отменили это совещание: оно не состоится. Лица, зарегистрированные или назначенные в состав делегации ({name}), уведомляются отдельно. От Вас ничего не требуется.',
  'mail.preheader.validation-wanted':
    'Регистрационный номер: {reference}. До Вашего ответа регистрация не будет подтверждена.',
  'mail.validation-wanted.subject': 'Требуется Ваш ответ: {reference}, {title}',
  'mail.validation-wanted.eyebrow': 'Регистрация ожидает Вашего ответа',
  'mail.validation-wanted.focal-point':
    'В Вашей делегации зарегистрировался новый участник. Без Вашего решения ничье участие не подтверждается: одобрите или отклоните регистрацию на странице Вашей делегации.',
  'mail.validation-wanted.organiser':
    'Новый участник зарегистрировался в делегации, для которой здесь не указан координатор. Без Вашего решения ничье участие не подтверждается.',
  'mail.validation-wanted.command':
    'Чтобы ответить: npm run meeting -- approve {reference} или npm run meeting -- decline {reference} --reason "…". Чтобы указать координатора: npm run meeting -- invite.',
  'mail.participant-list.subject.daily': 'Участники на сегодня: {title}',
  'mail.participant-list.subject.closing': 'Регистрация завершена, список участников: {title}',
  'mail.participant-list.subject.requested': 'Список участников: {title}',
  'mail.participant-list.eyebrow': 'Список участников',
  'mail.participant-list.lead.daily':
    'Регистрация открыта. Это ежедневный список участников, составленный {listedAt}.',
  'mail.participant-list.lead.closing':
    'Регистрация завершена. Это список участников, составленный {listedAt}.',
  'mail.participant-list.lead.requested':
    'Это запрошенный Вами список участников, составленный {listedAt}.',
  'mail.participant-list.totals':
    '{people, plural, =0 {Участников нет} one {# участник} few {# участника} many {# участников} other {# участника}}{delegations, plural, =0 {} one {, # делегация} few {, # делегации} many {, # делегаций} other {, # делегации}}',
  'mail.participant-list.none': 'Пока никто не зарегистрирован. Прилагаемый список пуст.',
  'mail.participant-list.people': 'Участники',
  'mail.participant-list.delegations': 'Делегации',
  'mail.participant-list.total': 'Всего',
  'mail.participant-list.needs':
    '{needs, plural, one {# участник сообщил} few {# участника сообщили} many {# участников сообщили} other {# участника сообщили}} о требованиях к питанию или в отношении доступности. В интересах этих лиц такие сведения по электронной почте не пересылаются.',
  'mail.participant-list.undelivered':
    'По электронной почте не удалось связаться с {count, plural, one {# участником} few {# участниками} many {# участниками} other {# участника}}: см. столбец «Доставка почты» в списке.',
  'mail.participant-list.duplicates':
    '{count, plural, one {# человек, по-видимому, зарегистрирован} few {# человека, по-видимому, зарегистрированы} many {# человек, по-видимому, зарегистрированы} other {# человека, по-видимому, зарегистрированы}} более одного раза под разными адресами. Просьба проверить эти регистрации:',
  'mail.participant-list.attached':
    'Список приложен в виде файла {fileName}. Он открывается в Excel и других табличных редакторах; сведения расположены в порядке списка участников.',
  'mail.participant-list.personal':
    'Приложение содержит персональные данные. Используйте его только для организации этого совещания, передавайте только тем, кому оно для этого необходимо, и удалите, когда оно больше не будет нужно для этой цели. Не публикуйте сведений о тех, кто не дал согласия на включение в список.',
  'mail.participant-list.why':
    'Вы получили это сообщение, поскольку Вы указаны в качестве организатора этого совещания.',
} as const;
