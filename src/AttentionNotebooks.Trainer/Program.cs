using AttentionNotebooks.Training;

return await TrainCommand.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
