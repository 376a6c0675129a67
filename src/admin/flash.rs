//! What a page says of the request that led to it.

macro_rules! said {
    ($($(#[$about:meta])* $name:ident $code:literal $text:literal),* $(,)?) => {
        /// What was done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum AdminFlash { $($(#[$about])* $name),* }

        impl AdminFlash {
            /// Its name in addresses.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// What `code` names, if anything.
            pub fn of_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }

            /// The sentence.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }
    };
}

impl AdminFlash {
    /// Whether it is nothing to be glad of.
    pub fn warns(self) -> bool {
        matches!(
            self,
            Self::ChangedSince | Self::DraftsMade | Self::EmailInFolder | Self::NobodyThere
        )
    }
}

said! {
    /// Settings are stored.
    Saved "saved" "Saved. The shop shows it within a second.",
    /// A draft is kept.
    DraftSaved "draft" "The draft is saved. Shoppers see it once you publish it.",
    /// A draft is thrown away.
    DraftGone "draft-gone" "The draft is thrown away. This is what shoppers see.",
    /// What was stored is as it was before.
    Undone "undone" "Undone: it is as it was before.",
    /// What was to be undone is not the last change any more.
    ChangedSince "changed-since" "It was changed again since: take that back first.",
    /// Settings are as by default.
    Reset "reset" "Back to the default.",
    /// Nobody is signed in any more.
    SignedOut "signed-out" "You are signed out.",
    /// Nobody was signed in.
    NobodyThere "nobody" "Nobody was signed in here.",
    /// The password is another one.
    PasswordChanged "password" "Your password is changed, and you are signed out everywhere else.",
    /// Codes are asked for from now on.
    FactorOn "factor-on" "From now on a code from your app is asked for when you sign in.",
    /// No codes are asked for.
    FactorOff "factor-off" "No code is asked for any more.",
    /// A session ended.
    SessionEnded "session-ended" "That browser is signed out.",
    /// All other sessions ended.
    OthersEnded "others-ended" "You are signed out everywhere else.",
    /// A member has another role.
    RoleChanged "role" "The role is changed.",
    /// A member was removed.
    Removed "removed" "Removed, and signed out everywhere.",
    /// A task stops.
    Stopping "stopping" "It stops in a moment.",
    /// A task was over before it could be called off.
    TooLate "too-late" "That was over already.",
    /// A step of the guide is done.
    StepDone "step" "Done.",
    /// A step is left for later.
    StepLater "later" "Left for later. The guide keeps it in its list.",
    /// An e-mail of the shop is on its way to whoever looked at it.
    SampleSent "sample" "It is on its way to you.",
    /// The ticked orders are paid.
    OrdersPaid "orders-paid" "Done: they are marked as paid.",
    /// The ticked orders are shipped.
    OrdersShipped "orders-shipped" "Done: they are marked as shipped.",
    /// An order is paid.
    OrderPaid "order-paid" "Marked as paid.",
    /// A parcel is on its way.
    ParcelSent "parcel-sent" "Done: the parcel is noted.",
    /// A parcel was none.
    ParcelBack "parcel-back" "Taken back: what was in it is to be sent again.",
    /// A parcel arrived.
    ParcelDelivered "parcel-delivered" "Noted: it arrived.",
    /// An order is called off.
    OrderCancelled "order-cancelled" "Cancelled.",
    /// Money went back.
    OrderRefunded "order-refunded" "Noted: it is paid back. Please send the money.",
    /// Money goes back by whoever took it.
    MoneyOnItsWay "money-on-its-way" "It is on its way back to the customer.",
    /// Money that was late, or another amount, bought the order.
    PaymentAccepted "payment-accepted" "Accepted: the order is placed.",
    /// Pages wait for their gaps to be filled.
    DraftsMade "drafts-made" "Kept as drafts, which shoppers do not see. They are published once nothing is left to ask, and you say that you have read them.",
    /// Somebody was first.
    PaymentDecided "payment-decided" "That was decided already: this is how it stands.",
    /// Things came back.
    OrderTakenBack "order-taken-back" "Noted: it is back.",
    /// An order belongs to somebody else, or goes elsewhere.
    OrderCorrected "order-corrected" "Corrected.",
    /// A note is kept.
    NoteKept "note-kept" "The note is kept.",
    /// A note is gone.
    NoteGone "note-gone" "The note is gone.",
    /// An e-mail goes out once more.
    EmailAgain "email-again" "It is on its way once more.",
    /// Somebody wrote to the shopper.
    Written "written" "Your e-mail is on its way.",
    /// A withdrawal is answered.
    WithdrawalAnswered "withdrawal-answered" "Answered: the customer is told by e-mail.",
    /// What was typed into the list of products is stored.
    ProductsSaved "products-saved" "Saved.",
    /// Nothing in the list of products was other than it was.
    NothingChanged "nothing-changed" "There was nothing to save.",
    /// A change of many is taken back.
    BulkUndone "bulk-undone" "Taken back.",
    /// A change of many takes its time to be taken back.
    BulkUndoing "bulk-undoing" "It is being taken back.",
    /// A change of many is still being made.
    BulkGoesOn "bulk-goes-on" "Not taken back: it is still going on. Cancel it first.",
    /// It was taken back before.
    BulkUndoneAlready "bulk-undone-already" "That was taken back already.",
    /// It is too old.
    BulkTooOld "bulk-too-old" "Not taken back: it is older than thirty days.",
    /// Something was counted.
    Counted "counted" "Counted.",
    /// A form was sent twice.
    CountedAlready "counted-already" "That was counted already.",
    /// A stocktaking is the stock since.
    StocktakeApplied "stocktake-applied" "Done: what was counted is the stock now.",
    /// A stocktaking was given up.
    StocktakeDropped "stocktake-dropped" "Given up. Stock is as it was.",
    /// A stocktaking is over.
    StocktakeOver "stocktake-over" "That stocktaking is over already.",
    /// A filter has a name.
    ViewKept "view-kept" "Kept as a tab of yours.",
    /// A filter has none any more.
    ViewRemoved "view-removed" "That tab is gone.",
    /// A filter was to be kept without a name.
    ViewNotNamed "view-not-named" "Not kept: please give it a short name.",
    /// There are as many tabs of one's own as there can be.
    ViewsFull "views-full" "Not kept: you have twelve tabs already. Delete one first.",
    /// An order was written down.
    OrderWritten "order-written" "The order is placed.",
    /// What is known of a customer is changed.
    CustomerSaved "customer-saved" "Saved.",
    /// The ticked customers are in a group.
    CustomersGrouped "customers-grouped" "Done: they are in that group.",
    /// Two accounts are one.
    CustomersJoined "customers-joined" "Joined: everything is in this account now.",
    /// A customer's session ended, or all of them.
    CustomerSignedOut "customer-signed-out" "That session is over.",
    /// A link for a new password is on its way to a customer.
    ResetSent "reset-sent" "The link is on its way to them.",
    /// Such a link was sent a moment ago.
    ResetSentBefore "reset-sent-before" "A link was sent a moment ago. Wait a minute before you send another one.",
    /// An account is to be deleted.
    DeletionAsked "deletion-asked" "The account is deleted in a day. An e-mail tells them.",
    /// An account is not to be deleted any more.
    DeletionCalledOff "deletion-off" "Called off: the account stays.",
    /// An account was not to be deleted.
    NothingToCallOff "deletion-none" "There was nothing to call off.",
    /// A note is kept.
    NoteAdded "note-added" "Noted.",
    /// A note is taken away.
    NoteRemoved "note-removed" "The note is gone.",
    /// An address is kept.
    AddressSaved "address-saved" "The address is saved.",
    /// An address is taken away.
    AddressRemoved "address-removed" "The address is gone.",
    /// There is a new group.
    GroupAdded "group-added" "The group is there.",
    /// A group has another name.
    GroupRenamed "group-renamed" "Renamed.",
    /// A group is taken away.
    GroupRemoved "group-removed" "The group is gone; its customers are in none.",
    /// A question is answered.
    Answered "answered" "Your answer is on its way.",
    /// A note is kept beside a question.
    Noted "noted" "The note is kept.",
    /// A question stands elsewhere.
    QuestionPut "question-put" "Done.",
    /// A question changed meanwhile.
    QuestionChanged "question-changed" "Not done: something changed here meanwhile. Look at it, and do it again if it still fits.",
    /// A reminder of a cart is on its way.
    CartReminded "cart-reminded" "The reminder is on its way.",
    /// It went before.
    CartRemindedBefore "cart-reminded-before" "Its reminder was sent already: there is one of each cart.",
    /// It is not to be sent.
    CartNotReminded "cart-not-reminded" "Not sent. The reason is below.",
    /// The cart is another one by now.
    CartChanged "cart-changed" "Not sent: its shopper changed it just now. Look at it, and send it if it still fits.",
    /// A browser is told of new orders.
    PushOn "push-on" "From now on that browser tells you of new orders.",
    /// A browser is told of nothing.
    PushOff "push-off" "That browser is quiet from now on.",
    /// A browser cannot be told.
    PushRefused "push-refused" "That browser cannot be told: what it sent could not be read.",
    /// A test e-mail reaches nobody.
    EmailInFolder "email-in-folder" "Written, but it reaches nobody: without a mail server it lies in the folder of e-mails on the machine.",
    /// A test e-mail is on its way.
    EmailSent "email" "The test e-mail is on its way.",
    /// Jobs are tried again.
    JobsAgain "jobs-again" "It is tried again now.",
    /// Jobs are given up.
    JobsGivenUp "jobs-given-up" "Given up: it is not tried again.",
    /// There were no such jobs.
    NoJobs "no-jobs" "There was nothing to do: it was done or given up already.",
    /// The first product of a shop is there.
    FirstProductAdded "in-shop" "The product is in the shop.",
    /// A product was added.
    ProductAdded "product-added" "Added. Say more of it here, or see it in the shop.",
    /// A product is like another one.
    ProductCopied "product-copied" "This is the duplicate. It is hidden until you show it.",
    /// A product is gone.
    ProductDeleted "product-deleted" "Deleted for good.",
    /// Something happens to a product at a time.
    Planned "planned" "Planned.",
    /// It does not.
    CalledOff "called-off" "Called off.",
    /// Files come with a product.
    FilesAdded "files-added" "Added. Whoever buys it can download them.",
    /// A file comes with it no more.
    FileRemoved "file-removed" "Taken off.",
    /// Shoppers see reviews.
    ReviewsPublished "reviews-published" "Published: shoppers see it within a second.",
    /// They do not.
    ReviewsRejected "reviews-rejected" "Rejected: shoppers do not see it.",
    /// Nothing was chosen.
    NothingTicked "nothing-ticked" "Nothing was ticked. Tick the rows that you mean, then press the button once more.",
    /// A category is new.
    CategoryAdded "category-added" "Added.",
    /// A category that was gone is there again.
    CategoryBack "category-back" "Brought back, with what stood in it.",
    /// A category is gone.
    CategoryDeleted "category-deleted" "Deleted. Its products are still there.",
    /// The tree of categories is another one.
    TreeSaved "tree" "The categories are in this order now.",
    /// An app is known.
    AppAdded "app-added" "Added. Make the keys that it needs.",
    /// An app is not known any more.
    AppRemoved "app-removed" "Removed. Its keys open nothing any more.",
    /// An app has a new key.
    KeyMade "key-made" "Made.",
    /// An app has a key less.
    KeyTaken "key-taken" "Revoked. Whoever has it is shut out.",
    /// An app keeps something less.
    Forgotten "forgotten" "Forgotten.",
}
