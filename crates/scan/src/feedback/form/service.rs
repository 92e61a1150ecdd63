use super::{FormKey, SubmitFeedback, limits, sent::Sent};
use crate::{
    Error,
    feedback::{Contact, FeedbackId, FeedbackState, Message, ReceiptNumber, notice::FeedbackNotice, store},
};
use db::{EnterpriseId, List, PlatformConn, fold};
use enterprise::notice::notify_enterprise;
use facts::{CodeKey, ProductFacts, Resolution, Resolver};
use kernel::{Lang, Timestamp};
use notify::Notice;
use web::{
    Client, Files, Problem, PublicScope, blocking,
    upload::{Checked, FileOwner, KeptFile, Slots, UploadError, accept_from_outside, check_room_for_others},
};

/// What a form is about.
#[derive(Debug, Clone)]
pub(super) struct About {
    pub(super) key: CodeKey,
    pub(super) found: Resolution,
}

/// How long after a message further ones are told in the console alone.
const QUIET_SECONDS: i64 = 3600;

impl About {
    pub(super) fn maker(&self) -> &EnterpriseId {
        &self.found.snapshot.maker.id
    }

    /// The product, unless it is not activated: what nobody has approved yet is not shown.
    pub(super) fn product(&self) -> Option<&ProductFacts> {
        self.found.shows_product().then_some(&self.found.snapshot.product)
    }

    /// The batch the unit is in, else the one the code names.
    pub(super) fn batch_no(&self) -> Option<&str> {
        let own = self.found.batch.as_ref().map(|b| b.batch_no.as_str());
        own.or(self.key.batch_no.as_deref())
    }
}

/// Takes a form: judges all of it, counts it, and only then keeps anything. The same form sent twice is one message.
pub(super) async fn submit(
    scope: &PublicScope,
    (files, form_key, resolver): (&Files, &FormKey, &Resolver),
    about: &About,
    client: Client,
    sent: Sent,
) -> Result<String, Problem> {
    let (given, pictures) = sent.judge().await?;
    form_key.judge(&about.key, &given.form_token, scope.now())?;
    let message = message(about, form_key, given, scope.now())?;
    let place = about.found.place(&about.key);
    let told = Told {
        maker: about.maker().clone(),
        hearers: resolver.hearers(&place).await,
        product: about.found.snapshot.product.name.clone(),
    };
    let (maker, hash) = (about.maker().clone(), message.submission_hash.clone());
    if let Some(number) = sent_before(scope, &maker, &hash).await? {
        return Ok(number);
    }
    let slots = files.slots.clone();
    let (key, about, has_pictures) = (form_key.clone(), about.clone(), !pictures.is_empty());
    // Committed whatever it says, so that refused tries count.
    let admitted = scope.write(move |c| {
        let counted = limits::admit(c, &key, &client, (about.maker(), &about.key));
        Ok::<_, Error>(counted.and_then(|()| room(c, about.maker(), &slots, has_pictures)))
    });
    admitted.await??;
    let vault = files.vault.clone();
    let kept = blocking(move || keep(pictures, &vault)).await?;
    let number = message.receipt_number.clone();
    match scope.write(move |c| insert(c, &told, message, &kept)).await {
        Ok(()) => Ok(number),
        // A browser that got no answer sends the form again, perhaps while the first is still at work.
        Err(problem) => sent_before(scope, &maker, &hash).await?.ok_or(problem),
    }
}

/// The receipt number of the message this very form made.
async fn sent_before(
    scope: &PublicScope,
    maker: &EnterpriseId,
    hash: &str,
) -> Result<Option<String>, Problem> {
    let (maker, hash) = (maker.clone(), hash.to_owned());
    let before = scope.read(move |c| store::find_by_submission(&mut c.acting_for(&maker), &hash));
    Ok(before.await?.map(|message| message.receipt_number))
}

fn room(
    c: &mut PlatformConn<'_>,
    maker: &EnterpriseId,
    slots: &Slots,
    has_pictures: bool,
) -> Result<(), Error> {
    match has_pictures {
        true => check_room_for_others(&mut c.acting_for(maker), slots).map_err(|e| match e {
            UploadError::QuotaExceeded { .. } => Error::FeedbackNoRoom,
            e => e.into(),
        }),
        false => Ok(()),
    }
}

fn keep(pictures: Vec<Checked>, vault: &web::upload::Vault) -> Result<Vec<KeptFile>, UploadError> {
    pictures.into_iter().map(|p| p.keep(vault)).collect()
}

/// Who is told of a message, and of which product.
struct Told {
    maker: EnterpriseId,
    hearers: Vec<EnterpriseId>,
    product: String,
}

fn insert(c: &mut PlatformConn<'_>, told: &Told, message: Message, kept: &[KeptFile]) -> Result<(), Error> {
    let mut own = c.acting_for(&told.maker);
    let owner = FileOwner::new("feedback", &message.id);
    let message = Message {
        picture_file_ids: List::of(accept_from_outside(
            &mut own,
            &owner,
            crate::slots::FEEDBACK_PICTURE,
            kept,
        )?),
        ..message
    };
    // Each message is told in the console; by mail only the first of an hour, so that a flood does not become one.
    let is_quiet = store::is_any_since(&mut own, message.created_at.plus_seconds(-QUIET_SECONDS))?;
    store::insert(&mut own, &message)?;
    let (product, subject) = (told.product.clone(), message.kind.label(Lang::Zh).to_owned());
    let text = FeedbackNotice::FeedbackReceived {
        product: product.clone(),
        subject: subject.clone(),
    };
    let notice = Notice::new(text)
        .link(format!("/consumer-feedback/{}", message.id))
        .quiet(is_quiet);
    notify_enterprise(&mut own, &notice)?;
    let heard = Notice::new(FeedbackNotice::FeedbackHeard { product, subject }).quiet(is_quiet);
    for hearer in &told.hearers {
        notify_enterprise(&mut c.acting_for(hearer), &heard)?;
    }
    Ok(())
}

fn message(about: &About, key: &FormKey, given: SubmitFeedback, now: Timestamp) -> Result<Message, Error> {
    let number = ReceiptNumber::random()?;
    let contact = given.contact.as_deref().and_then(Contact::parse);
    let contact = contact.map(|c| c.as_str().to_owned());
    let said = [
        given.kind.as_str(),
        given.text.as_str(),
        contact.as_deref().unwrap_or_default(),
    ];
    Ok(Message {
        id: FeedbackId::new(),
        product_id: about.found.snapshot.product.id.clone(),
        submission_hash: key.submission(&given.form_token, said),
        level: about.found.level,
        batch_no: about.batch_no().map(str::to_owned),
        serial: about.key.serial().map(str::to_owned),
        verdict: about.found.truth.verdict(),
        kind: given.kind,
        search_text: fold(&format!("{number} {}", given.text)),
        receipt_number: number.as_str().to_owned(),
        text: given.text,
        contact,
        picture_file_ids: List::of(vec![]),
        state: FeedbackState::Open,
        reply_seconds: None,
        received_on: now.beijing_date(),
        created_at: now,
        updated_at: now,
    })
}
