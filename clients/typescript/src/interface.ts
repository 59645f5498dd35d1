/** Printed from the description of the interface by `npm run contract`; `npm run check` fails when it is stale. */
export interface paths {
  '/api/v1/projects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_projects'];
    put?: never;
    post: operations['RegisterProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/change-details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ChangeDetails'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/rename': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RenameProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/assign-project-code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AssignProjectCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tag': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['TagProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/change-total-investment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ChangeTotalInvestment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/report-source-phase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReportSourcePhase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/assign-responsibilities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AssignResponsibilities'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/change-legal-entity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ChangeLegalEntity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/change-lead-authority': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ChangeLeadAuthority'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/name-persons': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['NamePersons'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/appoint-officer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AppointOfficer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/hand-over-officer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['HandOverOfficer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/form-task-force': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FormTaskForce'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/adopt-dedicated-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdoptDedicatedPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/schedule-milestones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ScheduleMilestones'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/reschedule-milestone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RescheduleMilestone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/record-milestone-met': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordMilestoneMet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/record-opening-figures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordOpeningFigures'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/promote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PromoteProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/apply-for-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ApplyForApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/return-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReturnApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/grant-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['GrantApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/extend-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ExtendApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/refuse-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RefuseApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/revoke-approval': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RevokeApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/appraise-strand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AppraiseStrand'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/adopt-preparation-plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdoptPreparationPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/record-node-time': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordNodeTime'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/issue-review-opinion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['IssueReviewOpinion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/adopt-backward-schedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdoptBackwardSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/plan-new-start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PlanNewStart'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/propose-waiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ProposeWaiver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/confirm-waiver': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConfirmWaiver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/report-commencement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReportCommencement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/confirm-commencement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConfirmCommencement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/recognise-suspension': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecogniseSuspension'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/reserve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReserveProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/begin-preliminary-work': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['BeginPreliminaryWork'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/record-commencement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordCommencement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Resume'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Complete'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/put-in-service': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PutInService'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['Cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/submit-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SubmitReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/return-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReturnReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/endorse-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EndorseReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/accept-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AcceptReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/amend-report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AmendReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/raise-blocker': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RaiseBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AcceptBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/escalate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EscalateBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/return-down': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReturnBlockerDown'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/request-hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RequestHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/consent-to-hold': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConsentToHold'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ResumeBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/record-level-outcome': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordLevelOutcome'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ResolveBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CloseBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/blockers/{blocker}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReopenBlocker'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/hold-coordination': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['HoldCoordination'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/assign-task': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AssignTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tasks/{task}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReportTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tasks/{task}/return': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReturnTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tasks/{task}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CloseTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tasks/{task}/reassign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReassignTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tasks/{task}/reschedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RescheduleTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/tasks/{task}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CancelTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/correct-fact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CorrectFact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/propose-correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ProposeCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/corrections/{correction}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConfirmCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/corrections/{correction}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DeclineCorrection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/apply-for-funding': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ApplyForFunding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/funding/{line}/allocate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AllocateFunding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/funding/{line}/receive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReceiveFunding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/funding/{line}/schedule-payment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SchedulePayment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/funding/{line}/pay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PayFunding'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/set-financing-model': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SetFinancingModel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/apply-for-support': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ApplyForSupport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/supports/{support}/grant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['GrantSupport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/record-liaison': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordLiaison'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/grant-excuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['GrantExcuse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/enter-statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EnterStatistics'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/record-statistics-investment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordStatisticsInvestment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/project-codes/{code}/reserve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReserveProjectCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/project-codes/{code}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReleaseProjectCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DraftPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/include-project': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['IncludeProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/remove-project': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RemoveProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PublishPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/apply-batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ApplyBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/close-month': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CloseMonth'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/record-dispositions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RecordDispositions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CloseYear'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/adjust-base': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdjustBase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/roll-forward': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RollPlanForward'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/outline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['OutlineQueries_items'];
    put?: never;
    post: operations['ListOutlineItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/outline/{id}/trace-project': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['TraceProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/outline/{id}/untrace-project': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['UntraceProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/government-plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DraftGovernmentPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/government-plans/{year}/set-line': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SetGovernmentLine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/government-plans/{year}/remove-line': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RemoveGovernmentLine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/government-plans/{year}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PublishGovernmentPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/government-plans/{year}/adjust-line': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdjustGovernmentLine'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['UnitQueries_units'];
    put?: never;
    post: operations['RegisterUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/{unit}/rename': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RenameUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/{unit}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['MergeUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/{unit}/assign-sectors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AssignSectors'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/{unit}/notices/{notice}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AcknowledgeNotice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/form': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FormLeadingGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/project-groups/{group}/form': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FormProjectGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/project-groups/{group}/dissolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DissolveProjectGroup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/portfolios/{leader}/assign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AssignLeaderPortfolio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/{id}/portfolios/{leader}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EndLeaderPortfolio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PoolQueries_pools'];
    put?: never;
    post: operations['OpenPool'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/supply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SupplyPool'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/propose-match': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ProposeMatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/request-land-quota': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RequestLandQuota'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/matches/{match}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ConfirmMatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/matches/{match}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ReleaseMatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/place-project': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PlaceProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/withdraw-project': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['WithdrawProject'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ClosePool'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MeasureQueries_measures'];
    put?: never;
    post: operations['ProposeMeasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures/{id}/sign-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['SignOffMeasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures/{id}/adopt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdoptMeasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['WithdrawMeasure'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}/issue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['IssueBulletin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PublishBulletin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['WithdrawBulletin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/grant-subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['GrantSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/revoke-subscription': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RevokeSubscription'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ChangeWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RotateWebhookSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['PauseWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RemoveWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['BulletinQueries_bulletins'];
    put?: never;
    post: operations['DraftBulletin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}/redraft': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['RedraftBulletin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}/correct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['CorrectBulletin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directory/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DirectoryController_person'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directory/{id}/enter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DirectoryController_enter'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/directory/{id}/erase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['DirectoryController_erase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/datapackage.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The data dictionary of the open data, as a Data Package with Table Schema */
    get: operations['ExportsController_dataPackage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/exports/oc4ids': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Projects as an OC4IDS 0.9.5 project package; 204 where none changed */
    get: operations['ExportsController_oc4ids'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/exports/projects.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Projects as CSV (RFC 4180), one row each */
    get: operations['ExportsController_csv'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/exports/projects.jsonl': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same rows as JSON Lines */
    get: operations['ExportsController_lines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/asyncapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The public events, as AsyncAPI 3.1 */
    get: operations['FeedController_asyncApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/feed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Public events as CloudEvents: pages, or with Accept: text/event-stream a stream */
    get: operations['FeedController_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/feed/{leaf}/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows that an event stands in the ledger (RFC 9162, 2.1.3), once it is sealed */
    get: operations['FeedController_proof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The webhooks of a subscriber, and how many of their lanes wait or fail */
    get: operations['WebhooksController_all'];
    put?: never;
    post: operations['RegisterWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ResumeWebhook'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends one signed test event now, also while it is paused, and says how that went */
    post: operations['WebhooksController_test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/deliveries': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last requests to it and how each ended, the newest first */
    get: operations['WebhooksController_deliveries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/subscribers/{subscriber}/webhooks/{webhook}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What checks the signatures: the secret of v1, the public key of v1a */
    get: operations['WebhooksController_secret'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['FilesController_upload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/files/{sha256}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FilesController_download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/files/{sha256}/erase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['EraseFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/checkpoint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Size and root of the ledger, signed (C2SP tlog-checkpoint), with the witnesses’ signatures */
    get: operations['LedgerController_checkpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/public-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The key that signs the checkpoints (C2SP signed-note) */
    get: operations['LedgerController_publicKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/checkpoint/cosign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds the signature of a known witness to the checkpoint in force */
    post: operations['LedgerController_cosign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/tile/{path}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Hashes of a tile (C2SP tlog-tiles): <level>/<number>, with .p/<width> while it is not full */
    get: operations['LedgerController_tile'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/proofs/inclusion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows that a leaf stands in the tree of so many leaves (RFC 9162, 2.1.3) */
    get: operations['LedgerController_inclusion'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ledger/proofs/consistency': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows that the later tree is the earlier one with leaves added behind it (RFC 9162, 2.1.4) */
    get: operations['LedgerController_consistency'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PoliciesController_policies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policies/{policy}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PoliciesController_policy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/policies/{policy}/adopt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['AdoptPolicy'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PlanQueries_difference'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/assignment-sheet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PlanQueries_assignments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}/balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PlanQueries_balance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/outline/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['OutlineQueries_item'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/government-plans/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['GovernmentPlanQueries_plan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations['ImportsController_begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ImportsController_progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/imports/{id}/workbook': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ImportsController_workbook'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ProjectQueries_card'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ProjectQueries_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DifferenceQueries_project'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lists/{list}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DifferenceQueries_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dashboards/{year}/{month}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['DifferenceQueries_dashboard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dashboards/{year}/{month}/contributions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ContributionQueries_projects'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dashboards/{year}/{month}/contributions/{project}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ContributionQueries_events'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/units/{unit}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['UnitQueries_unit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/ledgers/{unit}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['UnitQueries_ledger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/leading': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['UnitQueries_leadingGroup'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/groups/leading/leader': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['UnitQueries_leader'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lists/{list}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/plans/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_plan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/dashboards/{year}/{month}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_dashboard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/rankings/{year}/{month}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_ranking'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/compliance/{month}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_compliance'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/blockers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_blockers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/blockers/{blocker}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_blocker'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/blockers/lead-times/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_leadTimes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/coordinations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_coordinations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/postponements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_postponements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/postponements/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_postponed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deadlines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_deadlines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/deadlines/{stream}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ViewQueries_deadlinesOf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/blockers/{blocker}/proof': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['BlockerProof_proof'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TaskQueries_tasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tasks/{task}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['TaskQueries_task'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['InboxQueries_inbox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ApprovalQueries_approvals'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/preparation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PreparationQueries_preparation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/start-checklist': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StartQueries_checklist'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/backward-schedule': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StartQueries_schedule'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/irregular-starts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['StartQueries_irregular'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PoolQueries_gaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/pools/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['PoolQueries_pool'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures/stacking': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MeasureQueries_stacking'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/measures/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['MeasureQueries_measure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['BulletinQueries_bulletin'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/bulletins/{id}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['BulletinQueries_check'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/projects/{id}/funding': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FundingQueries_ofProject'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/funding/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['FundingQueries_ofYear'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/lights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['LightQueries_lights'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['ReadsController_reads'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['HealthController_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['HealthController_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations['HealthController_metrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    RegisterProjectBody: {
      /** Format: date */
      occurredOn: string;
      details: components['schemas'];
      /** @enum {string} */
      status:
        | 'CONCEIVED'
        | 'RESERVED'
        | 'PRELIMINARY'
        | 'PLANNED_START'
        | 'UNDER_CONSTRUCTION'
        | 'SUSPENDED'
        | 'COMPLETED'
        | 'IN_SERVICE'
        | 'CANCELLED';
      /** @default CNY */
      currency: string;
      programme?: string | null;
    };
    ChangeDetailsBody: {
      /** Format: date */
      occurredOn: string;
      changes: components['schemas'];
    };
    RenameProjectBody: {
      /** Format: date */
      occurredOn: string;
      name: string;
      document: components['schemas'];
    };
    AssignProjectCodeBody: {
      code: string;
    };
    TagProjectBody: {
      /** Format: date */
      occurredOn: string;
      tags: string[];
    };
    ChangeTotalInvestmentBody: {
      /** Format: date */
      occurredOn: string;
      /** @description 分 */
      amount?: number | null;
      reason?: string | null;
    };
    ReportSourcePhaseBody: {
      /** Format: date */
      occurredOn: string;
      phase?: string | null;
    };
    AssignResponsibilitiesBody: {
      /** Format: date */
      occurredOn: string;
      responsibilities: components['schemas'];
    };
    ChangeLegalEntityBody: {
      /** Format: date */
      occurredOn: string;
      legalEntity: string;
      document: components['schemas'];
    };
    ChangeLeadAuthorityBody: {
      /** Format: date */
      occurredOn: string;
      leadAuthority: string;
      document: components['schemas'];
    };
    NamePersonsBody: {
      /** Format: date */
      occurredOn: string;
      personInCharge?: string | null;
      linkedLeader?: string | null;
    };
    AppointOfficerBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      duty: 'COORDINATION' | 'REPORTING';
      officer: string;
    };
    HandOverOfficerBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      duty: 'COORDINATION' | 'REPORTING';
      to: string;
    };
    FormTaskForceBody: {
      /** Format: date */
      occurredOn: string;
      leader: string;
      units: string[];
      document?: components['schemas'] | null;
    };
    AdoptDedicatedPlanBody: {
      /** Format: date */
      occurredOn: string;
      document: components['schemas'];
    };
    ScheduleMilestonesBody: {
      /** Format: date */
      occurredOn: string;
      dates: components['schemas'];
    };
    RescheduleMilestoneBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      milestone: 'DESIGN_START' | 'COMMENCEMENT' | 'STRUCTURE_DONE' | 'COMPLETION' | 'COMMISSIONING';
      /** Format: date */
      to: string;
      reason: string;
      document?: components['schemas'] | null;
    };
    RecordMilestoneMetBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      milestone: 'DESIGN_START' | 'STRUCTURE_DONE';
      document?: components['schemas'] | null;
    };
    RecordOpeningFiguresBody: {
      year: number;
      through: string;
      /** @description 分 */
      yearToDate: number;
      /** @description 分 */
      toLastYearEnd: number;
      evidence: components['schemas'];
    };
    PromoteProjectBody: {
      /** @enum {string} */
      to: 'RESERVE' | 'ROLLING' | 'ANNUAL';
      document: components['schemas'];
    };
    ApplyForApprovalBody: {
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** Format: date */
      occurredOn: string;
    };
    ReturnApprovalBody: {
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** Format: date */
      occurredOn: string;
      reason: string;
    };
    GrantApprovalBody: {
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      document: components['schemas'];
    };
    ExtendApprovalBody: {
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** Format: date */
      occurredOn: string;
      document: components['schemas'];
    };
    RefuseApprovalBody: {
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** Format: date */
      occurredOn: string;
      reason: string;
      document?: components['schemas'] | null;
    };
    RevokeApprovalBody: {
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** Format: date */
      occurredOn: string;
      reason: string;
      document: components['schemas'];
    };
    AppraiseStrandBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      strand: 'SPACE' | 'LAND' | 'TECHNIQUE';
      passed: boolean;
      document: components['schemas'];
    };
    PreparationNodeBody: {
      /** @enum {string} */
      approval:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** @enum {string} */
      step: 'REVIEW' | 'APPROVAL';
      /** Format: date */
      dueOn: string;
    };
    AdoptPreparationPlanBody: {
      /** Format: date */
      occurredOn: string;
      nodes: components['schemas']['PreparationNodeBody'][];
      reason?: string | null;
      document?: components['schemas'] | null;
    };
    RecordNodeTimeBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      approval:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** @enum {string} */
      time: 'contactedAt' | 'engagedAt' | 'reviewedAt';
    };
    IssueReviewOpinionBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      approval:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** @enum {string} */
      opinion: 'PASSED' | 'TO_BE_REVISED' | 'FAILED';
      document: components['schemas'];
    };
    ProposeWaiverBody: {
      /** @enum {string} */
      approval:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      reason: string;
    };
    ConfirmWaiverBody: {
      /** @enum {string} */
      approval:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
    };
    ReportCommencementBody: {
      /** Format: date */
      occurredOn: string;
      document: components['schemas'];
    };
    RecogniseSuspensionBody: {
      /** Format: date */
      occurredOn: string;
      /** Format: date */
      until?: string | null;
      reason: string;
      document: components['schemas'];
    };
    FactBody: {
      /** Format: date */
      occurredOn: string;
      document?: components['schemas'] | null;
    };
    DocumentedFactBody: {
      /** Format: date */
      occurredOn: string;
      document: components['schemas'];
    };
    SuspendBody: {
      /** Format: date */
      occurredOn: string;
      reason: string;
    };
    CancelBody: {
      /** Format: date */
      occurredOn: string;
      reason: string;
      document: components['schemas'];
    };
    SubmitReportBody: {
      month: string;
      figures: components['schemas'];
      progress: string;
      stage?: string | null;
      imageProgress?: string | null;
      costs?: components['schemas'] | null;
      preliminary?: components['schemas'] | null;
      blockers: string[];
      correctionReason?: string | null;
      nilReason?: string | null;
      safetyIssue?: string | null;
    };
    ReturnReportBody: {
      month: string;
      fields: string[];
      reason: string;
    };
    EndorseReportBody: {
      month: string;
    };
    AcceptReportBody: {
      month: string;
    };
    AmendReportBody: {
      month: string;
      figures: components['schemas'];
      reason: string;
    };
    RaiseBlockerBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      category: 'LAND' | 'ENERGY' | 'LABOUR' | 'MATERIALS' | 'FUNDS' | 'PROCEDURE';
      description: string;
    };
    EscalateBlockerBody: {
      /** @enum {string} */
      from: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
      outcome: string;
    };
    ReturnBlockerDownBody: {
      /** @enum {string} */
      from: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
      instructions: string;
    };
    RequestHoldBody: {
      reason: string;
    };
    RecordLevelOutcomeBody: {
      /** @enum {string} */
      level: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
      outcome: string;
    };
    ResolveBlockerBody: {
      resolution: string;
    };
    ReopenBlockerBody: {
      reason: string;
    };
    HoldCoordinationBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      level: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
      blockers: string[];
      minutes: components['schemas'];
    };
    AssignTaskBody: {
      unit: string;
      text: string;
      /** Format: date */
      dueOn: string;
      blocker?: string | null;
    };
    ReportTaskBody: {
      report: string;
    };
    ReturnTaskBody: {
      reason: string;
      /** Format: date */
      dueOn: string;
    };
    ReassignTaskBody: {
      unit: string;
      reason: string;
    };
    CancelTaskBody: {
      reason: string;
    };
    CorrectionBody: {
      corrects: string;
      replacement?: components['schemas'] | null;
      reason: string;
      document: components['schemas'];
    };
    DeclineCorrectionBody: {
      reason: string;
    };
    ApplyForFundingBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      source:
        | 'CENTRAL'
        | 'MUNICIPAL'
        | 'SPECIAL_BOND'
        | 'DISTRICT_FISCAL'
        | 'CREDIT'
        | 'BOND'
        | 'EQUITY'
        | 'INSURANCE'
        | 'SOCIAL_FUNDS'
        | 'EXISTING_ASSET'
        | 'OTHER';
      /** @enum {string} */
      use: 'PRELIM_EXPENSE' | 'CONSTRUCTION';
      /** @description 分 */
      amount: number;
    };
    AllocateFundingBody: {
      /** Format: date */
      occurredOn: string;
      /** @description 分 */
      amount: number;
      document: components['schemas'];
    };
    MoveFundingBody: {
      /** Format: date */
      occurredOn: string;
      /** @description 分 */
      amount: number;
      document?: components['schemas'] | null;
    };
    SchedulePaymentBody: {
      /** Format: date */
      dueOn: string;
      /** @description 分 */
      amount: number;
    };
    SetFinancingModelBody: {
      /** Format: date */
      occurredOn: string;
      model: string;
    };
    ApplyForSupportBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      level: 'NATIONAL' | 'MUNICIPAL';
      subject: string;
    };
    GrantSupportBody: {
      /** Format: date */
      occurredOn: string;
      document: components['schemas'];
    };
    RecordLiaisonBody: {
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      kind: 'GOVERNMENT_BANK_ENTERPRISE' | 'MUNICIPAL_DEPARTMENT';
      parties: string[];
      outcome: string;
    };
    GrantExcuseBody: {
      /** @enum {string} */
      dimension: 'START' | 'PROGRESS' | 'STATISTICS' | 'PAYMENT' | 'PRELIMINARY';
      /** Format: date */
      until: string;
      reason: string;
      document: components['schemas'];
    };
    EnterStatisticsBody: {
      /** Format: date */
      occurredOn: string;
      document?: components['schemas'] | null;
    };
    RecordStatisticsInvestmentBody: {
      through: string;
      /** @description 分 */
      yearToDate: number;
    };
    ReserveProjectCodeBody: {
      project: string;
    };
    ReleaseProjectCodeBody: {
      reason: string;
    };
    DraftPlanBody: {
      year: number;
      declared: components['schemas'];
    };
    IncludeProjectBody: {
      project: string;
      /** @enum {string} */
      category: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY';
      /** @description 分 */
      totalInvestment: number;
      /** @description 分 */
      annualInvestment: number;
      monthlyTargets?: number[] | null;
    };
    RemoveProjectBody: {
      project: string;
    };
    PublishPlanBody: {
      approvedBy: string;
      document: components['schemas'];
    };
    AdmitBody: {
      /** @enum {string} */
      kind: 'ADMIT';
      entry: components['schemas'];
      reason: string;
    };
    DelistBody: {
      /** @enum {string} */
      kind: 'DELIST';
      project: string;
      reason: string;
    };
    AmountBody: {
      project: string;
      /** @description 分 */
      totalInvestment: number;
      /** @description 分 */
      annualInvestment: number;
      remainingTargets?: number[] | null;
      reason: string;
      /** @enum {string} */
      kind: 'AMOUNT';
    };
    ReclassifyBody: {
      project: string;
      /** @description 分 */
      totalInvestment: number;
      /** @description 分 */
      annualInvestment: number;
      remainingTargets?: number[] | null;
      reason: string;
      /** @enum {string} */
      kind: 'RECLASSIFY';
      /** @enum {string} */
      category: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY';
    };
    MergeBody: {
      /** @enum {string} */
      kind: 'MERGE';
      projects: string[];
      into: components['schemas'];
      reason: string;
    };
    PartBody: {
      entry: components['schemas'];
      /** @description 分 */
      yearToDate: number;
      /** @description 分 */
      toLastYearEnd: number;
    };
    SplitBody: {
      /** @enum {string} */
      kind: 'SPLIT';
      project: string;
      into: components['schemas']['PartBody'][];
      reason: string;
    };
    CorrectBody: {
      /** @enum {string} */
      kind: 'CORRECT';
      entry: components['schemas'];
      reason: string;
    };
    ApplyBatchBody: {
      lines: (
        | components['schemas']['AdmitBody']
        | components['schemas']['DelistBody']
        | components['schemas']['AmountBody']
        | components['schemas']['ReclassifyBody']
        | components['schemas']['MergeBody']
        | components['schemas']['SplitBody']
        | components['schemas']['CorrectBody']
      )[];
      declared: components['schemas'];
      approvedBy: string;
      document: components['schemas'];
    };
    CloseMonthBody: {
      month: string;
    };
    DispositionBody: {
      project: string;
      /** @enum {string} */
      disposition: 'CARRY_ON' | 'CARRY_START' | 'BACK_TO_PRELIMINARY' | 'COMPLETED' | 'DELISTED' | 'CANCELLED';
    };
    RecordDispositionsBody: {
      dispositions: components['schemas']['DispositionBody'][];
    };
    AdjustBaseBody: {
      project: string;
      /** @description 分 */
      toYearEnd: number;
      reason: string;
      document: components['schemas'];
    };
    RollingLineBody: {
      project: string;
      plannedYear: number;
    };
    RollPlanForwardBody: {
      lines: components['schemas']['RollingLineBody'][];
    };
    ListOutlineItemBody: {
      title: string;
      fromYear: number;
      throughYear: number;
      leadUnit: string;
      document: components['schemas'];
    };
    TraceProjectBody: {
      project: string;
    };
    UntraceProjectBody: {
      project: string;
      reason: string;
    };
    DraftGovernmentPlanBody: {
      year: number;
    };
    SourcedAmountBody: {
      year: number;
      /** @enum {string} */
      source:
        | 'CENTRAL'
        | 'MUNICIPAL'
        | 'SPECIAL_BOND'
        | 'DISTRICT_FISCAL'
        | 'CREDIT'
        | 'BOND'
        | 'EQUITY'
        | 'INSURANCE'
        | 'SOCIAL_FUNDS'
        | 'EXISTING_ASSET'
        | 'OTHER';
      /** @description 分 */
      amount: number;
    };
    SetGovernmentLineBody: {
      project: string;
      amounts: components['schemas']['SourcedAmountBody'][];
    };
    RemoveGovernmentLineBody: {
      project: string;
    };
    PublishGovernmentPlanBody: {
      approvedBy: string;
      document: components['schemas'];
    };
    AdjustGovernmentLineBody: {
      project: string;
      amounts: components['schemas']['SourcedAmountBody'][];
      reason: string;
      approvedBy: string;
      document: components['schemas'];
    };
    RegisterUnitBody: {
      unit: string;
      /** Format: date */
      occurredOn: string;
      /** @enum {string} */
      kind:
        | 'TOWN'
        | 'DISTRICT_DEPARTMENT'
        | 'PARK'
        | 'MUNICIPAL_IN_DISTRICT'
        | 'STATE_ENTERPRISE'
        | 'PROJECT_COMPANY'
        | 'COPIED';
      name: string;
    };
    RenameUnitBody: {
      /** Format: date */
      occurredOn: string;
      name: string;
      document: components['schemas'];
    };
    MergeUnitBody: {
      /** Format: date */
      occurredOn: string;
      into: string;
      document: components['schemas'];
    };
    AssignSectorsBody: {
      /** Format: date */
      occurredOn: string;
      sectors: string[];
      document: components['schemas'];
    };
    FormLeadingGroupBody: {
      /** Format: date */
      occurredOn: string;
      leader: string;
      office: string;
      members: string[];
      document: components['schemas'];
    };
    FormProjectGroupBody: {
      /** Format: date */
      occurredOn: string;
      name: string;
      members: string[];
      document: components['schemas'];
    };
    EndedBody: {
      /** Format: date */
      occurredOn: string;
      document: components['schemas'];
    };
    AssignLeaderPortfolioBody: {
      /** Format: date */
      occurredOn: string;
      sectors: string[];
      units: string[];
      document: components['schemas'];
    };
    OpenPoolBody: {
      name: string;
      /** @enum {string} */
      contents: 'PROJECTS' | 'FUNDS' | 'LAND' | 'ENERGY' | 'LABOUR' | 'MATERIALS';
      /** @enum {string|null} */
      source?:
        | 'CENTRAL'
        | 'MUNICIPAL'
        | 'SPECIAL_BOND'
        | 'DISTRICT_FISCAL'
        | 'CREDIT'
        | 'BOND'
        | 'EQUITY'
        | 'INSURANCE'
        | 'SOCIAL_FUNDS'
        | 'EXISTING_ASSET'
        | 'OTHER'
        | null;
      unit?: string | null;
      /** @enum {string} */
      per: 'YEAR' | 'MONTH';
    };
    SupplyPoolBody: {
      period: string;
      /** @description 分 */
      capacity: number;
      reason: string;
    };
    ProposeMatchBody: {
      project: string;
      period: string;
      /** @description 分 */
      amount: number;
    };
    RequestLandQuotaBody: {
      project: string;
      period: string;
      /** @description 分 */
      amount: number;
      /** @enum {string} */
      priority: 'KEY_PROJECT' | 'OTHER';
    };
    PoolReasonBody: {
      reason: string;
    };
    NeedBody: {
      /** @enum {string} */
      resource: 'FUNDS' | 'LAND' | 'ENERGY' | 'LABOUR' | 'MATERIALS';
      unit?: string | null;
      year: number;
      /** @description 分 */
      amount: number;
    };
    PlaceProjectBody: {
      project: string;
      needs: components['schemas']['NeedBody'][];
    };
    WithdrawProjectBody: {
      project: string;
      reason: string;
    };
    ProposeMeasureBody: {
      title: string;
      content: string;
      /** @enum {string} */
      effect: 'EXPANSIVE' | 'NEUTRAL' | 'CONTRACTIONARY';
      targets: components['schemas'];
    };
    SignOffMeasureBody: {
      opinion: string;
    };
    AdoptMeasureBody: {
      /** Format: date */
      effectiveFrom: string;
      document: components['schemas'];
    };
    WithdrawMeasureBody: {
      reason: string;
    };
    PublishBulletinBody: {
      docNo: string;
    };
    WithdrawBulletinBody: {
      reason: string;
    };
    GrantSubscriptionBody: {
      types: (
        | 'project.registered'
        | 'project.renamed'
        | 'project.details-changed'
        | 'project.code-assigned'
        | 'project.total-investment-changed'
        | 'project.responsibilities-assigned'
        | 'project.legal-entity-changed'
        | 'project.lead-authority-changed'
        | 'project.unit-succeeded'
        | 'project.milestones-scheduled'
        | 'project.milestone-rescheduled'
        | 'project.milestone-met'
        | 'project.reserved'
        | 'project.preliminary-work-begun'
        | 'project.promoted'
        | 'project.new-start-planned'
        | 'project.commenced'
        | 'project.suspended'
        | 'project.resumed'
        | 'project.completed'
        | 'project.put-in-service'
        | 'project.cancelled'
        | 'project.fact-corrected'
        | 'plan.entered'
        | 'plan.entry-changed'
        | 'plan.left'
        | 'report.opening-figures-recorded'
        | 'report.accepted'
        | 'report.figures-moved'
        | 'approval.granted'
        | 'approval.extended'
        | 'approval.revoked'
        | 'approval.expired'
        | 'funding.applied'
        | 'funding.allocated'
        | 'funding.received'
        | 'funding.paid'
        | 'statistics.entered'
        | 'statistics.investment-recorded'
        | 'blocker.raised'
        | 'blocker.escalated'
        | 'blocker.resolved'
        | 'blocker.closed'
        | 'blocker.reopened'
        | 'bulletin.published'
      )[];
      units?: string[] | null;
    };
    RevokeSubscriptionBody: {
      reason: string;
    };
    ChangeWebhookBody: {
      url: string;
      types?:
        | (
            | 'project.registered'
            | 'project.renamed'
            | 'project.details-changed'
            | 'project.code-assigned'
            | 'project.total-investment-changed'
            | 'project.responsibilities-assigned'
            | 'project.legal-entity-changed'
            | 'project.lead-authority-changed'
            | 'project.unit-succeeded'
            | 'project.milestones-scheduled'
            | 'project.milestone-rescheduled'
            | 'project.milestone-met'
            | 'project.reserved'
            | 'project.preliminary-work-begun'
            | 'project.promoted'
            | 'project.new-start-planned'
            | 'project.commenced'
            | 'project.suspended'
            | 'project.resumed'
            | 'project.completed'
            | 'project.put-in-service'
            | 'project.cancelled'
            | 'project.fact-corrected'
            | 'plan.entered'
            | 'plan.entry-changed'
            | 'plan.left'
            | 'report.opening-figures-recorded'
            | 'report.accepted'
            | 'report.figures-moved'
            | 'approval.granted'
            | 'approval.extended'
            | 'approval.revoked'
            | 'approval.expired'
            | 'funding.applied'
            | 'funding.allocated'
            | 'funding.received'
            | 'funding.paid'
            | 'statistics.entered'
            | 'statistics.investment-recorded'
            | 'blocker.raised'
            | 'blocker.escalated'
            | 'blocker.resolved'
            | 'blocker.closed'
            | 'blocker.reopened'
            | 'bulletin.published'
          )[]
        | null;
      project?: string | null;
    };
    BulletinBody: {
      month: string;
      /** @enum {string} */
      kind: 'INTERNAL' | 'PUBLIC';
      title: string;
      content: string;
      recipients: string[];
    };
    CorrectBulletinBody: {
      month: string;
      /** @enum {string} */
      kind: 'INTERNAL' | 'PUBLIC';
      title: string;
      content: string;
      recipients: string[];
      reason: string;
    };
    EntryBody: {
      name: string;
      phone?: string | null;
      unit?: string | null;
    };
    RegisterWebhookBody: {
      url: string;
      types?:
        | (
            | 'project.registered'
            | 'project.renamed'
            | 'project.details-changed'
            | 'project.code-assigned'
            | 'project.total-investment-changed'
            | 'project.responsibilities-assigned'
            | 'project.legal-entity-changed'
            | 'project.lead-authority-changed'
            | 'project.unit-succeeded'
            | 'project.milestones-scheduled'
            | 'project.milestone-rescheduled'
            | 'project.milestone-met'
            | 'project.reserved'
            | 'project.preliminary-work-begun'
            | 'project.promoted'
            | 'project.new-start-planned'
            | 'project.commenced'
            | 'project.suspended'
            | 'project.resumed'
            | 'project.completed'
            | 'project.put-in-service'
            | 'project.cancelled'
            | 'project.fact-corrected'
            | 'plan.entered'
            | 'plan.entry-changed'
            | 'plan.left'
            | 'report.opening-figures-recorded'
            | 'report.accepted'
            | 'report.figures-moved'
            | 'approval.granted'
            | 'approval.extended'
            | 'approval.revoked'
            | 'approval.expired'
            | 'funding.applied'
            | 'funding.allocated'
            | 'funding.received'
            | 'funding.paid'
            | 'statistics.entered'
            | 'statistics.investment-recorded'
            | 'blocker.raised'
            | 'blocker.escalated'
            | 'blocker.resolved'
            | 'blocker.closed'
            | 'blocker.reopened'
            | 'bulletin.published'
          )[]
        | null;
      project?: string | null;
      /** @enum {string} */
      signature?: 'v1' | 'v1a';
      after?: string | null;
    };
    ResumeWebhookBody: {
      after?: string | null;
    };
    EraseFileBody: {
      reason: string;
    };
    CosignBody: {
      signature: string;
    };
    AdoptPolicyBody: {
      /** Format: date */
      effectiveFrom: string;
      rules: {
        [key: string]: unknown;
      };
      source: components['schemas'];
    };
    /**
     * taizhang.project.registered.v1
     * @description A project became known, at the stage where it stood on that day.
     */
    'taizhang.project.registered.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      name: string;
      sector: string | null;
      town: string | null;
      nature: ('NEW' | 'EXPANSION' | 'RENOVATION') | null;
      investmentType: ('GOVERNMENT' | 'ENTERPRISE_VERIFIED' | 'ENTERPRISE_FILED') | null;
      /** @enum {string} */
      status:
        | 'CONCEIVED'
        | 'RESERVED'
        | 'PRELIMINARY'
        | 'PLANNED_START'
        | 'UNDER_CONSTRUCTION'
        | 'SUSPENDED'
        | 'COMPLETED'
        | 'IN_SERVICE'
        | 'CANCELLED';
      /** @description ISO 4217 */
      currency: string;
    };
    /** @description A project became known, at the stage where it stood on that day. */
    'taizhang.project.registered.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.registered.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.registered.v1';
      data: components['schemas']['taizhang.project.registered.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.renamed.v1
     * @description It had another name from a day on.
     */
    'taizhang.project.renamed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      name: string;
    };
    /** @description It had another name from a day on. */
    'taizhang.project.renamed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.renamed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.renamed.v1';
      data: components['schemas']['taizhang.project.renamed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.details-changed.v1
     * @description These details were otherwise from a day on; those that are left out stay.
     */
    'taizhang.project.details-changed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      changes: {
        name?: string;
        sector?: string | null;
        town?: string | null;
        nature?: ('NEW' | 'EXPANSION' | 'RENOVATION') | null;
        investmentType?: ('GOVERNMENT' | 'ENTERPRISE_VERIFIED' | 'ENTERPRISE_FILED') | null;
      };
    };
    /** @description These details were otherwise from a day on; those that are left out stay. */
    'taizhang.project.details-changed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.details-changed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.details-changed.v1';
      data: components['schemas']['taizhang.project.details-changed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.code-assigned.v1
     * @description 项目代码 was given to it.
     */
    'taizhang.project.code-assigned.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      code: string;
    };
    /** @description 项目代码 was given to it. */
    'taizhang.project.code-assigned.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.code-assigned.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.code-assigned.v1';
      data: components['schemas']['taizhang.project.code-assigned.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.total-investment-changed.v1
     * @description The total investment was another one from a day on; null where it is not known.
     */
    'taizhang.project.total-investment-changed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      amount: number | null;
    };
    /** @description The total investment was another one from a day on; null where it is not known. */
    'taizhang.project.total-investment-changed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.total-investment-changed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.total-investment-changed.v1';
      data: components['schemas']['taizhang.project.total-investment-changed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.responsibilities-assigned.v1
     * @description From a day on these units answer for it; null is 待定.
     */
    'taizhang.project.responsibilities-assigned.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      responsibleUnit: string | null;
      legalEntity: string | null;
      leadAuthority: string | null;
      supportingUnits: string[];
    };
    /** @description From a day on these units answer for it; null is 待定. */
    'taizhang.project.responsibilities-assigned.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.responsibilities-assigned.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.responsibilities-assigned.v1';
      data: components['schemas']['taizhang.project.responsibilities-assigned.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.legal-entity-changed.v1
     * @description From a day on another legal entity answers for it.
     */
    'taizhang.project.legal-entity-changed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of a unit. */
      legalEntity: string;
    };
    /** @description From a day on another legal entity answers for it. */
    'taizhang.project.legal-entity-changed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.legal-entity-changed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.legal-entity-changed.v1';
      data: components['schemas']['taizhang.project.legal-entity-changed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.lead-authority-changed.v1
     * @description From a day on another authority leads it.
     */
    'taizhang.project.lead-authority-changed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of a unit. */
      leadAuthority: string;
    };
    /** @description From a day on another authority leads it. */
    'taizhang.project.lead-authority-changed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.lead-authority-changed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.lead-authority-changed.v1';
      data: components['schemas']['taizhang.project.lead-authority-changed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.unit-succeeded.v1
     * @description A unit that holds a place in it was merged; from that day on its successor holds it.
     */
    'taizhang.project.unit-succeeded.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of a unit. */
      from: string;
      /** @description Id of a unit. */
      to: string;
    };
    /** @description A unit that holds a place in it was merged; from that day on its successor holds it. */
    'taizhang.project.unit-succeeded.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.unit-succeeded.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.unit-succeeded.v1';
      data: components['schemas']['taizhang.project.unit-succeeded.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.milestones-scheduled.v1
     * @description The schedule as it stood on a day; null where no date is planned.
     */
    'taizhang.project.milestones-scheduled.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      dates: {
        DESIGN_START?: string | null;
        COMMENCEMENT?: string | null;
        STRUCTURE_DONE?: string | null;
        COMPLETION?: string | null;
        COMMISSIONING?: string | null;
      };
    };
    /** @description The schedule as it stood on a day; null where no date is planned. */
    'taizhang.project.milestones-scheduled.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.milestones-scheduled.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.milestones-scheduled.v1';
      data: components['schemas']['taizhang.project.milestones-scheduled.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.milestone-rescheduled.v1
     * @description A date that had been agreed was moved.
     */
    'taizhang.project.milestone-rescheduled.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @enum {string} */
      milestone: 'DESIGN_START' | 'COMMENCEMENT' | 'STRUCTURE_DONE' | 'COMPLETION' | 'COMMISSIONING';
      from: string | null;
      /** Format: date */
      to: string;
    };
    /** @description A date that had been agreed was moved. */
    'taizhang.project.milestone-rescheduled.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.milestone-rescheduled.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.milestone-rescheduled.v1';
      data: components['schemas']['taizhang.project.milestone-rescheduled.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.milestone-met.v1
     * @description The design began, or the main structure stood, on a day.
     */
    'taizhang.project.milestone-met.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @enum {string} */
      milestone: 'DESIGN_START' | 'STRUCTURE_DONE';
    };
    /** @description The design began, or the main structure stood, on a day. */
    'taizhang.project.milestone-met.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.milestone-met.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.milestone-met.v1';
      data: components['schemas']['taizhang.project.milestone-met.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.reserved.v1
     * @description 谋划 → 储备: it was taken into the reserve on a day.
     */
    'taizhang.project.reserved.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description 谋划 → 储备: it was taken into the reserve on a day. */
    'taizhang.project.reserved.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.reserved.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.reserved.v1';
      data: components['schemas']['taizhang.project.reserved.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.preliminary-work-begun.v1
     * @description 储备 → 前期: preliminary work began on a day.
     */
    'taizhang.project.preliminary-work-begun.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description 储备 → 前期: preliminary work began on a day. */
    'taizhang.project.preliminary-work-begun.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.preliminary-work-begun.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.preliminary-work-begun.v1';
      data: components['schemas']['taizhang.project.preliminary-work-begun.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.promoted.v1
     * @description 五年储备 → 三年滚动 → 年度实施: a project of the outline came one horizon nearer.
     */
    'taizhang.project.promoted.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @enum {string} */
      from: 'RESERVE' | 'ROLLING' | 'ANNUAL';
      /** @enum {string} */
      to: 'RESERVE' | 'ROLLING' | 'ANNUAL';
    };
    /** @description 五年储备 → 三年滚动 → 年度实施: a project of the outline came one horizon nearer. */
    'taizhang.project.promoted.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.promoted.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.promoted.v1';
      data: components['schemas']['taizhang.project.promoted.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.new-start-planned.v1
     * @description 前期 → 新开工: its start is planned.
     */
    'taizhang.project.new-start-planned.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      year: number;
      /** Format: date */
      plannedStart: string;
    };
    /** @description 前期 → 新开工: its start is planned. */
    'taizhang.project.new-start-planned.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.new-start-planned.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.new-start-planned.v1';
      data: components['schemas']['taizhang.project.new-start-planned.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.commenced.v1
     * @description Construction began on a day.
     */
    'taizhang.project.commenced.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description Construction began on a day. */
    'taizhang.project.commenced.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.commenced.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.commenced.v1';
      data: components['schemas']['taizhang.project.commenced.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.suspended.v1
     * @description Construction stopped on a day.
     */
    'taizhang.project.suspended.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description Construction stopped on a day. */
    'taizhang.project.suspended.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.suspended.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.suspended.v1';
      data: components['schemas']['taizhang.project.suspended.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.resumed.v1
     * @description Construction went on again on a day.
     */
    'taizhang.project.resumed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description Construction went on again on a day. */
    'taizhang.project.resumed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.resumed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.resumed.v1';
      data: components['schemas']['taizhang.project.resumed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.completed.v1
     * @description The works were accepted on a day.
     */
    'taizhang.project.completed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description The works were accepted on a day. */
    'taizhang.project.completed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.completed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.completed.v1';
      data: components['schemas']['taizhang.project.completed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.put-in-service.v1
     * @description It was in use from a day on.
     */
    'taizhang.project.put-in-service.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description It was in use from a day on. */
    'taizhang.project.put-in-service.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.put-in-service.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.put-in-service.v1';
      data: components['schemas']['taizhang.project.put-in-service.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.cancelled.v1
     * @description It was given up on a day.
     */
    'taizhang.project.cancelled.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description It was given up on a day. */
    'taizhang.project.cancelled.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.cancelled.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.cancelled.v1';
      data: components['schemas']['taizhang.project.cancelled.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.project.fact-corrected.v1
     * @description What an earlier event of this project told was otherwise, or was never so; it holds from its own day.
     */
    'taizhang.project.fact-corrected.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @description Id of the public event that told it. */
      corrects: string;
      /** @description Its type. */
      of: string;
      /** @description Its data as they ought to have been, without project, units and recordedAt; null voids it. */
      replacement: Record<string, never> | null;
    };
    /** @description What an earlier event of this project told was otherwise, or was never so; it holds from its own day. */
    'taizhang.project.fact-corrected.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.project.fact-corrected.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:project.fact-corrected.v1';
      data: components['schemas']['taizhang.project.fact-corrected.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.plan.entered.v1
     * @description It is a member of the published plan of a year.
     */
    'taizhang.plan.entered.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      year: number;
      /** @enum {string} */
      category: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY';
      /** @description Planned for the year, in 分. */
      annualInvestment: number;
    };
    /** @description It is a member of the published plan of a year. */
    'taizhang.plan.entered.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.plan.entered.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:plan.entered.v1';
      data: components['schemas']['taizhang.plan.entered.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.plan.entry-changed.v1
     * @description A batch changed its line in the plan.
     */
    'taizhang.plan.entry-changed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      year: number;
      /** @enum {string} */
      category: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY';
      /** @description Planned for the year, in 分. */
      annualInvestment: number;
    };
    /** @description A batch changed its line in the plan. */
    'taizhang.plan.entry-changed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.plan.entry-changed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:plan.entry-changed.v1';
      data: components['schemas']['taizhang.plan.entry-changed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.plan.left.v1
     * @description A batch took it out of the plan.
     */
    'taizhang.plan.left.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      year: number;
    };
    /** @description A batch took it out of the plan. */
    'taizhang.plan.left.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.plan.left.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:plan.left.v1';
      data: components['schemas']['taizhang.plan.left.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.report.opening-figures-recorded.v1
     * @description Investment up to its entry, from which accepted reports go on.
     */
    'taizhang.report.opening-figures-recorded.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      year: number;
      /** @description Last month that is covered. */
      through: string;
      /** @description From January on, in 分. */
      yearToDate: number;
      /** @description Of all years before, in 分. */
      toLastYearEnd: number;
    };
    /** @description Investment up to its entry, from which accepted reports go on. */
    'taizhang.report.opening-figures-recorded.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.report.opening-figures-recorded.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:report.opening-figures-recorded.v1';
      data: components['schemas']['taizhang.report.opening-figures-recorded.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.report.accepted.v1
     * @description The figures of a month were accepted; a later one of the same month replaces it.
     */
    'taizhang.report.accepted.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      month: string;
      /**
       * Format: date
       * @description Day from which the figures count.
       */
      cutOff: string;
      figures: {
        /** @description The month's, in 分. */
        month: number;
        /** @description From January on, in 分. */
        yearToDate: number;
      };
    };
    /** @description The figures of a month were accepted; a later one of the same month replaces it. */
    'taizhang.report.accepted.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.report.accepted.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:report.accepted.v1';
      data: components['schemas']['taizhang.report.accepted.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.report.figures-moved.v1
     * @description Cumulative figures came from or went to other projects by a merger or split; negative where they left.
     */
    'taizhang.report.figures-moved.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      year: number;
      /** Format: date */
      on: string;
      /** @description From January on, in 分. */
      yearToDate: number;
      /** @description Of all years before, in 分. */
      toLastYearEnd: number;
    };
    /** @description Cumulative figures came from or went to other projects by a merger or split; negative where they left. */
    'taizhang.report.figures-moved.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.report.figures-moved.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:report.figures-moved.v1';
      data: components['schemas']['taizhang.report.figures-moved.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.approval.granted.v1
     * @description 批复: an approval was granted on the day of its document.
     */
    'taizhang.approval.granted.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /** @description Last day on which it holds before construction began; null if it never expires. */
      until: string | null;
    };
    /** @description 批复: an approval was granted on the day of its document. */
    'taizhang.approval.granted.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.approval.granted.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:approval.granted.v1';
      data: components['schemas']['taizhang.approval.granted.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.approval.extended.v1
     * @description 延期: an approval holds up to another last day.
     */
    'taizhang.approval.extended.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /**
       * Format: date
       * @description Last day on which it holds.
       */
      until: string;
    };
    /** @description 延期: an approval holds up to another last day. */
    'taizhang.approval.extended.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.approval.extended.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:approval.extended.v1';
      data: components['schemas']['taizhang.approval.extended.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.approval.revoked.v1
     * @description 撤销: what had been granted holds no more from a day on.
     */
    'taizhang.approval.revoked.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
    };
    /** @description 撤销: what had been granted holds no more from a day on. */
    'taizhang.approval.revoked.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.approval.revoked.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:approval.revoked.v1';
      data: components['schemas']['taizhang.approval.revoked.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.approval.expired.v1
     * @description Its last day passed before construction began; it must be applied for again.
     */
    'taizhang.approval.expired.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @enum {string} */
      kind:
        | 'PROPOSAL'
        | 'FEASIBILITY'
        | 'VERIFICATION'
        | 'FILING'
        | 'LAND_PREREVIEW_SITE'
        | 'EIA'
        | 'ENERGY_REVIEW'
        | 'PRELIM_DESIGN_ESTIMATE'
        | 'CONSTRUCTION_PERMIT'
        | 'WATER_SOIL'
        | 'LAND_PERMIT'
        | 'WORKS_PERMIT'
        | 'TENDER';
      /**
       * Format: date
       * @description The last day on which it held.
       */
      until: string;
    };
    /** @description Its last day passed before construction began; it must be applied for again. */
    'taizhang.approval.expired.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.approval.expired.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:approval.expired.v1';
      data: components['schemas']['taizhang.approval.expired.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.funding.applied.v1
     * @description Money of one source for one use was asked for; the line begins with it.
     */
    'taizhang.funding.applied.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of the funding line within its project. */
      line: string;
      /** @description In 分. */
      amount: number;
      /** @enum {string} */
      source:
        | 'CENTRAL'
        | 'MUNICIPAL'
        | 'SPECIAL_BOND'
        | 'DISTRICT_FISCAL'
        | 'CREDIT'
        | 'BOND'
        | 'EQUITY'
        | 'INSURANCE'
        | 'SOCIAL_FUNDS'
        | 'EXISTING_ASSET'
        | 'OTHER';
      /** @enum {string} */
      use: 'PRELIM_EXPENSE' | 'CONSTRUCTION';
    };
    /** @description Money of one source for one use was asked for; the line begins with it. */
    'taizhang.funding.applied.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.funding.applied.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:funding.applied.v1';
      data: components['schemas']['taizhang.funding.applied.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.funding.allocated.v1
     * @description 下达: so much of a line was granted to it in writing.
     */
    'taizhang.funding.allocated.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of the funding line within its project. */
      line: string;
      /** @description In 分. */
      amount: number;
    };
    /** @description 下达: so much of a line was granted to it in writing. */
    'taizhang.funding.allocated.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.funding.allocated.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:funding.allocated.v1';
      data: components['schemas']['taizhang.funding.allocated.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.funding.received.v1
     * @description 到位: so much of a line arrived.
     */
    'taizhang.funding.received.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of the funding line within its project. */
      line: string;
      /** @description In 分. */
      amount: number;
    };
    /** @description 到位: so much of a line arrived. */
    'taizhang.funding.received.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.funding.received.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:funding.received.v1';
      data: components['schemas']['taizhang.funding.received.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.funding.paid.v1
     * @description 支付: it paid so much out of a line.
     */
    'taizhang.funding.paid.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of the funding line within its project. */
      line: string;
      /** @description In 分. */
      amount: number;
    };
    /** @description 支付: it paid so much out of a line. */
    'taizhang.funding.paid.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.funding.paid.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:funding.paid.v1';
      data: components['schemas']['taizhang.funding.paid.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.statistics.entered.v1
     * @description 入统: the statistics count it from a day on.
     */
    'taizhang.statistics.entered.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
    };
    /** @description 入统: the statistics count it from a day on. */
    'taizhang.statistics.entered.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.statistics.entered.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:statistics.entered.v1';
      data: components['schemas']['taizhang.statistics.entered.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.statistics.investment-recorded.v1
     * @description What the statistics count of the year's investment up to a month's end; reported and paid amounts are others.
     */
    'taizhang.statistics.investment-recorded.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @description Last month that is covered. */
      through: string;
      /** @description From January on, in 分. */
      yearToDate: number;
    };
    /** @description What the statistics count of the year's investment up to a month's end; reported and paid amounts are others. */
    'taizhang.statistics.investment-recorded.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.statistics.investment-recorded.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:statistics.investment-recorded.v1';
      data: components['schemas']['taizhang.statistics.investment-recorded.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.blocker.raised.v1
     * @description Something holds the project up.
     */
    'taizhang.blocker.raised.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /**
       * Format: date
       * @description Day on which it was so.
       */
      occurredOn: string;
      /** @description Id of the blocker within its project. */
      blocker: string;
      /** @enum {string} */
      category: 'LAND' | 'ENERGY' | 'LABOUR' | 'MATERIALS' | 'FUNDS' | 'PROCEDURE';
      /** @enum {string} */
      level: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
    };
    /** @description Something holds the project up. */
    'taizhang.blocker.raised.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.blocker.raised.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:blocker.raised.v1';
      data: components['schemas']['taizhang.blocker.raised.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.blocker.escalated.v1
     * @description It climbed one level.
     */
    'taizhang.blocker.escalated.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @description Id of the blocker within its project. */
      blocker: string;
      /** @enum {string} */
      from: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
      /** @enum {string} */
      to: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
      /** @enum {string} */
      cause: 'TIME_OVER' | 'BEYOND_POWERS';
    };
    /** @description It climbed one level. */
    'taizhang.blocker.escalated.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.blocker.escalated.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:blocker.escalated.v1';
      data: components['schemas']['taizhang.blocker.escalated.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.blocker.resolved.v1
     * @description It no longer holds the project up.
     */
    'taizhang.blocker.resolved.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @description Id of the blocker within its project. */
      blocker: string;
      /** @enum {string} */
      level: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
    };
    /** @description It no longer holds the project up. */
    'taizhang.blocker.resolved.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.blocker.resolved.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:blocker.resolved.v1';
      data: components['schemas']['taizhang.blocker.resolved.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.blocker.closed.v1
     * @description 销号: a second person confirmed that it is resolved.
     */
    'taizhang.blocker.closed.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @description Id of the blocker within its project. */
      blocker: string;
    };
    /** @description 销号: a second person confirmed that it is resolved. */
    'taizhang.blocker.closed.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.blocker.closed.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:blocker.closed.v1';
      data: components['schemas']['taizhang.blocker.closed.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.blocker.reopened.v1
     * @description 反弹: it came back.
     */
    'taizhang.blocker.reopened.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      /** @description Id of the blocker within its project. */
      blocker: string;
      /** @enum {string} */
      level: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
    };
    /** @description 反弹: it came back. */
    'taizhang.blocker.reopened.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.blocker.reopened.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:blocker.reopened.v1';
      data: components['schemas']['taizhang.blocker.reopened.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    /**
     * taizhang.bulletin.published.v1
     * @description 印发: a bulletin for everybody was sent out, with the figures that it froze.
     */
    'taizhang.bulletin.published.v1': {
      /** @description Id of the project; null where it is about none. */
      project: string | null;
      /** @description Ids of the units that held a place in the project as last told here. */
      units: string[];
      /**
       * Format: date-time
       * @description When the office recorded it, at +08:00.
       */
      recordedAt: string;
      bulletin: string;
      /** @description The month up to which it tells. */
      month: string;
      docNo: string;
      title: string;
      /** @description The bulletin that it corrects. */
      corrects: string | null;
      /** Format: date */
      through: string;
      construction: {
        projects: number;
        totalInvestment: number;
        annualInvestment: number;
        completed: number;
        completionRate: number | null;
      };
    };
    /** @description 印发: a bulletin for everybody was sent out, with the figures that it froze. */
    'taizhang.bulletin.published.v1.event': {
      /** @constant */
      specversion: '1.0';
      /** @constant */
      source: 'urn:taizhang:ledger';
      /** @constant */
      type: 'taizhang.bulletin.published.v1';
      /** @constant */
      datacontenttype: 'application/json';
      /** @constant */
      dataschema: 'urn:taizhang:schema:bulletin.published.v1';
      data: components['schemas']['taizhang.bulletin.published.v1'];
      /** @description The same at each delivery. */
      id: string;
      /** @description The project, or bulletin-<id>. */
      subject: string;
      /**
       * Format: date-time
       * @description When it was recorded, at +08:00.
       */
      time: string;
      /** @description Number of its leaf in the ledger. */
      leaf: string;
      /** @description The leaf with a check, to go on after: a ledger that does not hold the event says so. */
      cursor: string;
    };
    PublicEvent:
      | components['schemas']['taizhang.project.registered.v1.event']
      | components['schemas']['taizhang.project.renamed.v1.event']
      | components['schemas']['taizhang.project.details-changed.v1.event']
      | components['schemas']['taizhang.project.code-assigned.v1.event']
      | components['schemas']['taizhang.project.total-investment-changed.v1.event']
      | components['schemas']['taizhang.project.responsibilities-assigned.v1.event']
      | components['schemas']['taizhang.project.legal-entity-changed.v1.event']
      | components['schemas']['taizhang.project.lead-authority-changed.v1.event']
      | components['schemas']['taizhang.project.unit-succeeded.v1.event']
      | components['schemas']['taizhang.project.milestones-scheduled.v1.event']
      | components['schemas']['taizhang.project.milestone-rescheduled.v1.event']
      | components['schemas']['taizhang.project.milestone-met.v1.event']
      | components['schemas']['taizhang.project.reserved.v1.event']
      | components['schemas']['taizhang.project.preliminary-work-begun.v1.event']
      | components['schemas']['taizhang.project.promoted.v1.event']
      | components['schemas']['taizhang.project.new-start-planned.v1.event']
      | components['schemas']['taizhang.project.commenced.v1.event']
      | components['schemas']['taizhang.project.suspended.v1.event']
      | components['schemas']['taizhang.project.resumed.v1.event']
      | components['schemas']['taizhang.project.completed.v1.event']
      | components['schemas']['taizhang.project.put-in-service.v1.event']
      | components['schemas']['taizhang.project.cancelled.v1.event']
      | components['schemas']['taizhang.project.fact-corrected.v1.event']
      | components['schemas']['taizhang.plan.entered.v1.event']
      | components['schemas']['taizhang.plan.entry-changed.v1.event']
      | components['schemas']['taizhang.plan.left.v1.event']
      | components['schemas']['taizhang.report.opening-figures-recorded.v1.event']
      | components['schemas']['taizhang.report.accepted.v1.event']
      | components['schemas']['taizhang.report.figures-moved.v1.event']
      | components['schemas']['taizhang.approval.granted.v1.event']
      | components['schemas']['taizhang.approval.extended.v1.event']
      | components['schemas']['taizhang.approval.revoked.v1.event']
      | components['schemas']['taizhang.approval.expired.v1.event']
      | components['schemas']['taizhang.funding.applied.v1.event']
      | components['schemas']['taizhang.funding.allocated.v1.event']
      | components['schemas']['taizhang.funding.received.v1.event']
      | components['schemas']['taizhang.funding.paid.v1.event']
      | components['schemas']['taizhang.statistics.entered.v1.event']
      | components['schemas']['taizhang.statistics.investment-recorded.v1.event']
      | components['schemas']['taizhang.blocker.raised.v1.event']
      | components['schemas']['taizhang.blocker.escalated.v1.event']
      | components['schemas']['taizhang.blocker.resolved.v1.event']
      | components['schemas']['taizhang.blocker.closed.v1.event']
      | components['schemas']['taizhang.blocker.reopened.v1.event']
      | components['schemas']['taizhang.bulletin.published.v1.event'];
    FeedPage: {
      events: components['schemas']['PublicEvent'][];
      /** @description The leaf to go on after. */
      next: string | null;
      /** @description The same, checked when it is given. */
      cursor: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ViewQueries_projects: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        text: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RegisterProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ChangeDetails: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeDetailsBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RenameProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenameProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AssignProjectCode: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignProjectCodeBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TagProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TagProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ChangeTotalInvestment: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeTotalInvestmentBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportSourcePhase: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportSourcePhaseBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AssignResponsibilities: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignResponsibilitiesBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ChangeLegalEntity: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeLegalEntityBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ChangeLeadAuthority: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeLeadAuthorityBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  NamePersons: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NamePersonsBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AppointOfficer: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppointOfficerBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HandOverOfficer: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOverOfficerBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormTaskForce: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FormTaskForceBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdoptDedicatedPlan: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdoptDedicatedPlanBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ScheduleMilestones: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ScheduleMilestonesBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RescheduleMilestone: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RescheduleMilestoneBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordMilestoneMet: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordMilestoneMetBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordOpeningFigures: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordOpeningFiguresBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PromoteProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PromoteProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ApplyForApproval: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyForApprovalBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReturnApproval: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnApprovalBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GrantApproval: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantApprovalBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ExtendApproval: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExtendApprovalBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RefuseApproval: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefuseApprovalBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RevokeApproval: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevokeApprovalBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AppraiseStrand: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AppraiseStrandBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdoptPreparationPlan: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdoptPreparationPlanBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordNodeTime: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordNodeTimeBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  IssueReviewOpinion: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IssueReviewOpinionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdoptBackwardSchedule: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PlanNewStart: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ProposeWaiver: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposeWaiverBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConfirmWaiver: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmWaiverBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportCommencement: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportCommencementBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConfirmCommencement: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecogniseSuspension: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecogniseSuspensionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReserveProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FactBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  BeginPreliminaryWork: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FactBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordCommencement: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DocumentedFactBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Suspend: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuspendBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Resume: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FactBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Complete: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DocumentedFactBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PutInService: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FactBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  Cancel: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SubmitReport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SubmitReportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReturnReport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnReportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EndorseReport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndorseReportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AcceptReport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AcceptReportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AmendReport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AmendReportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RaiseBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RaiseBlockerBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AcceptBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EscalateBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EscalateBlockerBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReturnBlockerDown: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnBlockerDownBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RequestHold: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestHoldBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConsentToHold: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ResumeBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordLevelOutcome: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordLevelOutcomeBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ResolveBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResolveBlockerBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CloseBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReopenBlocker: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        blocker: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenBlockerBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HoldCoordination: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['HoldCoordinationBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AssignTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignTaskBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReportTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        task: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportTaskBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReturnTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        task: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnTaskBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CloseTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        task: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReassignTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        task: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReassignTaskBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RescheduleTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        task: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReturnTaskBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CancelTask: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        task: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelTaskBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CorrectFact: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ProposeCorrection: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConfirmCorrection: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        correction: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DeclineCorrection: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        correction: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineCorrectionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ApplyForFunding: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyForFundingBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AllocateFunding: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        line: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocateFundingBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReceiveFunding: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        line: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveFundingBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SchedulePayment: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        line: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SchedulePaymentBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PayFunding: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        line: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveFundingBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SetFinancingModel: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetFinancingModelBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ApplyForSupport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyForSupportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GrantSupport: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        support: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantSupportBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordLiaison: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordLiaisonBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GrantExcuse: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantExcuseBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EnterStatistics: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EnterStatisticsBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordStatisticsInvestment: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordStatisticsInvestmentBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReserveProjectCode: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        code: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReserveProjectCodeBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReleaseProjectCode: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        code: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseProjectCodeBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftPlan: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftPlanBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  IncludeProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IncludeProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RemoveProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PublishPlan: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishPlanBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ApplyBatch: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ApplyBatchBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CloseMonth: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseMonthBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RecordDispositions: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecordDispositionsBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CloseYear: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdjustBase: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdjustBaseBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RollPlanForward: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollPlanForwardBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OutlineQueries_items: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        /** @description uncovered: only items that no project stands for */
        only?: 'uncovered';
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ListOutlineItem: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ListOutlineItemBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TraceProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TraceProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UntraceProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UntraceProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftGovernmentPlan: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DraftGovernmentPlanBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SetGovernmentLine: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetGovernmentLineBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RemoveGovernmentLine: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveGovernmentLineBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PublishGovernmentPlan: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishGovernmentPlanBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdjustGovernmentLine: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdjustGovernmentLineBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitQueries_units: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        kind?:
          | 'TOWN'
          | 'DISTRICT_DEPARTMENT'
          | 'PARK'
          | 'MUNICIPAL_IN_DISTRICT'
          | 'STATE_ENTERPRISE'
          | 'PROJECT_COMPANY'
          | 'COPIED';
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RegisterUnit: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterUnitBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RenameUnit: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        unit: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RenameUnitBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MergeUnit: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        unit: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MergeUnitBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AssignSectors: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        unit: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignSectorsBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AcknowledgeNotice: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        unit: unknown;
        notice: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormLeadingGroup: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FormLeadingGroupBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FormProjectGroup: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        group: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FormProjectGroupBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DissolveProjectGroup: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        group: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndedBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AssignLeaderPortfolio: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        leader: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AssignLeaderPortfolioBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EndLeaderPortfolio: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        leader: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EndedBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PoolQueries_pools: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        contents?: 'PROJECTS' | 'FUNDS' | 'LAND' | 'ENERGY' | 'LABOUR' | 'MATERIALS' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OpenPool: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenPoolBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SupplyPool: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SupplyPoolBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ProposeMatch: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposeMatchBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RequestLandQuota: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestLandQuotaBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ConfirmMatch: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        match: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReleaseMatch: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
        match: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PoolReasonBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PlaceProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlaceProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WithdrawProject: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawProjectBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ClosePool: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PoolReasonBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MeasureQueries_measures: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        status?: 'PROPOSED' | 'ADOPTED' | 'WITHDRAWN' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ProposeMeasure: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposeMeasureBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  SignOffMeasure: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SignOffMeasureBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdoptMeasure: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdoptMeasureBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WithdrawMeasure: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawMeasureBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  IssueBulletin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PublishBulletin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishBulletinBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WithdrawBulletin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawBulletinBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GrantSubscription: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantSubscriptionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RevokeSubscription: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RevokeSubscriptionBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ChangeWebhook: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: unknown;
        webhook: unknown;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ChangeWebhookBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RotateWebhookSecret: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: unknown;
        webhook: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PauseWebhook: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: unknown;
        webhook: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RemoveWebhook: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: unknown;
        webhook: unknown;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  BulletinQueries_bulletins: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DraftBulletin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulletinBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  RedraftBulletin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulletinBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  CorrectBulletin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectBulletinBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DirectoryController_person: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DirectoryController_enter: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EntryBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DirectoryController_erase: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ExportsController_dataPackage: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ExportsController_oc4ids: {
    parameters: {
      query?: {
        /** @description Taizhang-Position of an earlier answer: only projects that changed since */
        since?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  ExportsController_csv: {
    parameters: {
      query?: {
        /** @description Taizhang-Position of an earlier answer: only projects that changed since */
        since?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
    };
  };
  ExportsController_lines: {
    parameters: {
      query?: {
        /** @description Taizhang-Position of an earlier answer: only projects that changed since */
        since?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/jsonl': string;
        };
      };
    };
  };
  FeedController_asyncApi: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FeedController_read: {
    parameters: {
      query?: {
        /** @description Leaf or cursor of the last event that was kept; from the first one if left out */
        after?: string;
        /** @description Names of events without a version, with commas between */
        types?: string;
        /** @description Id of a project */
        project?: string;
        limit?: number;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FeedPage'];
          'text/event-stream': string;
        };
      };
    };
  };
  FeedController_proof: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        leaf: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebhooksController_all: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  RegisterWebhook: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegisterWebhookBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ResumeWebhook: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeWebhookBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  WebhooksController_test: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  WebhooksController_deliveries: {
    parameters: {
      query?: {
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  WebhooksController_secret: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        subscriber: string;
        webhook: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  FilesController_upload: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FilesController_download: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        sha256: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  EraseFile: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        sha256: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EraseFileBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_checkpoint: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_publicKey: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_cosign: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CosignBody'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_tile: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_inclusion: {
    parameters: {
      query?: {
        /** @description Number of the leaf, from 0 */
        leaf?: number;
        /** @description Leaves of the tree; those of the checkpoint if left out */
        size?: number;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LedgerController_consistency: {
    parameters: {
      query?: {
        /** @description Leaves of the earlier tree */
        from?: number;
        /** @description Leaves of the later tree; those of the checkpoint if left out */
        to?: number;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PoliciesController_policies: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PoliciesController_policy: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        policy: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  AdoptPolicy: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        policy: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AdoptPolicyBody'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PlanQueries_difference: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        /** @description version from 1 on, or a day */
        from?: string | null;
        /** @description version from 1 on, or a day */
        to?: string | null;
        fromKnownAt?: string;
        toKnownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PlanQueries_assignments: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        unit?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PlanQueries_balance: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  OutlineQueries_item: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  GovernmentPlanQueries_plan: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ImportsController_begin: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        kind: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
          year?: string;
          month?: string;
          /** Format: date */
          on?: string;
        };
      };
    };
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ImportsController_progress: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ImportsController_workbook: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ProjectQueries_card: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ProjectQueries_history: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DifferenceQueries_project: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        from?: string | null;
        to?: string | null;
        fromKnownAt?: string;
        toKnownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DifferenceQueries_list: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        from?: string | null;
        to?: string | null;
        fromKnownAt?: string;
        toKnownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        year: number;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        list: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  DifferenceQueries_dashboard: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        from?: string | null;
        to?: string | null;
        fromKnownAt?: string;
        toKnownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ContributionQueries_projects: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        from?: string | null;
        to?: string | null;
        fromKnownAt?: string;
        toKnownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        /** @description JSON Pointer into `figures`, such as /construction or /bySector/transport */
        cell: string;
        /** @description Name of a number in its cell, such as completedAccepted or completionRate */
        figure: string;
        asOf?: string | null;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ContributionQueries_events: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        from?: string | null;
        to?: string | null;
        fromKnownAt?: string;
        toKnownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        /** @description JSON Pointer into `figures`, such as /construction or /bySector/transport */
        cell: string;
        /** @description Name of a number in its cell, such as completedAccepted or completionRate */
        figure: string;
        asOf?: string | null;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
        month: string;
        project: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitQueries_unit: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        unit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitQueries_ledger: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        /** @description only the projects in which the unit holds this place */
        place?: 'RESPONSIBLE_UNIT' | 'LEGAL_ENTITY' | 'SECTOR_AUTHORITY' | 'SUPPORTING_UNIT';
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        unit: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitQueries_leadingGroup: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  UnitQueries_leader: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
        sector?: string | null;
        authority?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_list: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        year: number;
        text?: string | null;
        order?: 'name' | 'annual' | 'start' | null;
        category?: 'NEW_START' | 'CARRIED_OVER' | 'PRELIMINARY' | null;
        status?:
          | 'CONCEIVED'
          | 'RESERVED'
          | 'PRELIMINARY'
          | 'PLANNED_START'
          | 'UNDER_CONSTRUCTION'
          | 'SUSPENDED'
          | 'COMPLETED'
          | 'IN_SERVICE'
          | 'CANCELLED'
          | null;
        sector?: string | null;
        town?: string | null;
        unit?: string | null;
        authority?: string | null;
        responsible?: string | null;
        leader?: string | null;
        source?:
          | 'CENTRAL'
          | 'MUNICIPAL'
          | 'SPECIAL_BOND'
          | 'DISTRICT_FISCAL'
          | 'CREDIT'
          | 'BOND'
          | 'EQUITY'
          | 'INSURANCE'
          | 'SOCIAL_FUNDS'
          | 'EXISTING_ASSET'
          | 'OTHER'
          | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        list: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_plan: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_dashboard: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_ranking: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
        by: 'authority' | 'responsible' | 'leader' | 'town';
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_compliance: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        /** @description silent: only projects that have not reported */
        only?: 'silent';
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        month: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_blockers: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        level?: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP';
        unit?: string | null;
        leader?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_blocker: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        blocker: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_leadTimes: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_coordinations: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        project?: string | null;
        unit?: string | null;
        leader?: string | null;
        level?: 'L1_LEGAL_ENTITY' | 'L2_SECTOR_AUTHORITY' | 'L3_DISTRICT_LEADER' | 'L4_LEADING_GROUP' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_postponements: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        unit?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_postponed: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_deadlines: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ViewQueries_deadlinesOf: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        stream: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  BlockerProof_proof: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        blocker: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TaskQueries_tasks: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        unit?: string | null;
        project?: string | null;
        blocker?: string | null;
        leader?: string | null;
        status?: 'ASSIGNED' | 'REPORTED' | 'CLOSED' | 'CANCELLED' | null;
        only?: 'overdue' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  TaskQueries_task: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        task: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  InboxQueries_inbox: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        unit?: string | null;
        kind?:
          | 'ApprovalExpired'
          | 'ApprovalExpiring'
          | 'BlockerEscalated'
          | 'BlockerOverdueAtTop'
          | 'BlockerReturnedDown'
          | 'BlockerWarned'
          | 'BulletinDue'
          | 'BulletinPublished'
          | 'CalendarYearMissed'
          | 'MilestoneOverdue'
          | 'NodeOverdue'
          | 'ProgressLightChanged'
          | 'ReportRepairMissed'
          | 'ReportReturned'
          | 'ReportersMissed'
          | 'ReportsReminded'
          | 'SilenceEscalated'
          | 'StartOverdue'
          | 'SupplementOpened'
          | 'TaskOverdue'
          | 'WebhookPaused'
          | null;
        only?: 'unread' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ApprovalQueries_approvals: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        status?: 'APPLIED' | 'RETURNED' | 'GRANTED' | 'REFUSED' | 'REVOKED' | 'EXPIRED' | null;
        kind?:
          | 'PROPOSAL'
          | 'FEASIBILITY'
          | 'VERIFICATION'
          | 'FILING'
          | 'LAND_PREREVIEW_SITE'
          | 'EIA'
          | 'ENERGY_REVIEW'
          | 'PRELIM_DESIGN_ESTIMATE'
          | 'CONSTRUCTION_PERMIT'
          | 'WATER_SOIL'
          | 'LAND_PERMIT'
          | 'WORKS_PERMIT'
          | 'TENDER'
          | null;
        project?: string | null;
        only?: 'expiring' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PreparationQueries_preparation: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        unit?: string | null;
        project?: string | null;
        only?: 'overdue' | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  StartQueries_checklist: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  StartQueries_schedule: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
        plannedStart?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  StartQueries_irregular: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PoolQueries_gaps: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        year: number;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  PoolQueries_pool: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MeasureQueries_stacking: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  MeasureQueries_measure: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  BulletinQueries_bulletin: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  BulletinQueries_check: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FundingQueries_ofProject: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  FundingQueries_ofYear: {
    parameters: {
      query?: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        asOf?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path: {
        year: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  LightQueries_lights: {
    parameters: {
      query: {
        /** @description Position that the answer must include */
        after?: string;
        knownAt?: string;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
        asOf?: string | null;
        year: number;
        colour?: 'GREEN' | 'YELLOW' | 'RED' | null;
        dimension?: 'START' | 'PROGRESS' | 'STATISTICS' | 'PAYMENT' | 'PRELIMINARY' | null;
        sector?: string | null;
        unit?: string | null;
        leader?: string | null;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  ReadsController_reads: {
    parameters: {
      query?: {
        subject?: string | null;
        project?: string | null;
        from?: string | null;
        to?: string | null;
        limit?: number;
        /** @description Where the page before ended */
        cursor?: string;
      };
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_live: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_ready: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  HealthController_metrics: {
    parameters: {
      query?: never;
      header?: {
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
